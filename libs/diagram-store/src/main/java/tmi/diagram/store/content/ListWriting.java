package tmi.diagram.store.content;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.cell.Cell;
import tmi.diagram.merge.Accepted;
import tmi.diagram.merge.Merging;
import tmi.diagram.merge.Past;
import tmi.diagram.merge.Placed;
import tmi.diagram.merge.Sheet;
import tmi.diagram.rule.Refusal;
import tmi.diagram.rule.Refused;
import tmi.diagram.store.log.BodyHash;
import tmi.diagram.store.log.CellLog;
import tmi.diagram.store.log.Entry;
import tmi.diagram.store.log.Kind;

/// Writes a whole list of cells in the caller's transaction. Lock, guard and reads leave together,
/// what others did since the base follows when it is needed, then all writes together.
final class ListWriting {
  private static final Comparator<Placed> LIST_ORDER =
      Comparator.comparing(Placed::rank).thenComparing(placed -> placed.id().toString());

  private final SqlClient transaction;
  private final UUID diagramId;
  private final CellsWrite write;

  ListWriting(SqlClient transaction, UUID diagramId, CellsWrite write) {
    this.transaction = transaction;
    this.diagramId = diagramId;
    this.write = write;
  }

  @SuppressWarnings("unchecked")
  Uni<Optional<Written>> run(Guard guard) {
    return new Pipeline()
        .then(DiagramRow.lock(transaction, diagramId))
        .then(Uni.createFrom().deferred(() -> guard.check(transaction, diagramId)))
        .then(CellRows.all(transaction, diagramId))
        .then(lastGiven())
        .send()
        .onFailure(Pipeline.Failed.class)
        .transform(Throwable::getCause)
        .chain(read -> {
          var row = (Optional<DiagramRow>) read.get(0);
          if (row.isEmpty()) {
            return Uni.createFrom().item(Optional.<Written>empty());
          }
          List<Placed> cells = (List<Placed>) read.get(2);
          return merge(row.get(), cells, base(row.get(), cells, read.get(3))).map(Optional::of);
        });
  }

  private Uni<Optional<Long>> lastGiven() {
    return write.base() instanceof Base.LastGiven(String signIn)
        ? Reading.lastGiven(transaction, diagramId, signIn)
        : Uni.createFrom().item(Optional.empty());
  }

  /// The number of the state that the list was made from; empty for the current one.
  @SuppressWarnings("unchecked")
  private Optional<Long> base(DiagramRow row, List<Placed> cells, Object given) {
    Optional<Long> base =
        switch (write.base()) {
          case Base.Current current -> Optional.empty();
          case Base.Known(long vector) -> Optional.of(vector);
          case Base.LastGiven lastGiven -> (Optional<Long>) given;
        };
    if (base.filter(vector -> vector >= row.floor() && vector <= row.vector()).isPresent()
        || write.base() instanceof Base.Current) {
      return base;
    }
    if (write.base() instanceof Base.LastGiven && cells.stream().allMatch(this::isOwn)) {
      return Optional.empty();
    }
    throw new Refused(
        Refusal.conflict(
            "base_unknown",
            "the diagram was changed by others; load it and send the change again"));
  }

  private boolean isOwn(Placed cell) {
    return cell.author().equals(write.author()) && cell.foreignSeq() == 0;
  }

  private Uni<Written> merge(DiagramRow row, List<Placed> cells, Optional<Long> base) {
    Uni<Past> past =
        base.isPresent() && base.get() < row.vector()
            ? CellLog.since(transaction, diagramId, base.get())
            : Uni.createFrom().item(new Past());
    String lastRank = cells.isEmpty() ? "" : cells.getLast().rank();
    // Counted anew: all cells are here, and a release that did not count yet may have written some.
    long bytes = cells.stream().map(Placed::cell).mapToLong(Cell::bytes).sum();
    Sheet sheet = new Sheet(row.vector(), row.cellCount(), bytes, lastRank, cells);
    return past.chain(known -> store(row, new Merging(sheet, known), base));
  }

  private Uni<Written> store(DiagramRow row, Merging merging, Optional<Long> base) {
    boolean strict = write.form() == CellsWrite.Form.STRICT;
    boolean complete = !(write.base() instanceof Base.LastGiven);
    Optional<Accepted> accepted =
        merging.list(
            write.operationId(),
            write.author(),
            new Merging.ListWrite(write.cells(), strict, base, complete));
    Pipeline pipeline = new Pipeline();
    if (accepted.isPresent()) {
      Entry entry =
          new Entry(accepted.get(), Kind.LIST, BodyHash.of(write.operationId().toString()));
      Storing.addTo(pipeline, transaction, diagramId, merging, List.of(entry));
    }
    if (write.base() instanceof Base.LastGiven(String signIn) && signIn != null) {
      pipeline.then(Reading.remember(transaction, diagramId, signIn, merging.sheet().head()));
    }
    Written written = new Written(content(row, merging.sheet()), accepted.map(Accepted::applied));
    return pipeline
        .send()
        .onFailure(Pipeline.Failed.class)
        .transform(Throwable::getCause)
        .replaceWith(written);
  }

  private DiagramContent content(DiagramRow row, Sheet sheet) {
    List<Cell> cells = sheet.loaded().stream().sorted(LIST_ORDER).map(Placed::cell).toList();
    return new DiagramContent(diagramId, row.modelId(), sheet.head(), cells);
  }
}
