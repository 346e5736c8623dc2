package tmi.diagram.store.content;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.merge.Done;
import tmi.diagram.merge.Merging;
import tmi.diagram.merge.Past;
import tmi.diagram.merge.Placed;
import tmi.diagram.merge.Sheet;
import tmi.diagram.operation.Applied;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.Intent;
import tmi.diagram.operation.Outcome;
import tmi.diagram.store.log.CellLog;
import tmi.diagram.store.log.OperationLog;
import tmi.diagram.store.log.Recorded;

/// One transaction for one group, on a connection of its own: lock and reads leave together,
/// writes, event and COMMIT leave together. Two round trips for edits whatever their number; undo
/// and redo need two more, because only the log says what they touch.
final class GroupWriting {
  private final SqlConnection connection;
  private final UUID diagramId;
  private final List<Batch> batches;
  private final Closing closing;

  GroupWriting(SqlConnection connection, UUID diagramId, List<Batch> batches, Closing closing) {
    this.connection = connection;
    this.diagramId = diagramId;
    this.batches = batches;
    this.closing = closing;
  }

  /// Edits only.
  Uni<List<Outcome>> edits() {
    Need need = Need.ofEdits(batches);
    return begin()
        .then(CellRows.reached(connection, diagramId, need.named(), need.removed()))
        .then(CellRows.lastRank(connection, diagramId))
        .then(CellLog.unknownTo(connection, diagramId, need.written()))
        .send()
        .chain(read -> finish(read, sheet(read, 3), (Past) read.get(5), List.of()));
  }

  /// One undo or redo.
  Uni<List<Outcome>> inverse() {
    Batch batch = batches.getFirst();
    return begin()
        .then(
            batch.intent() instanceof Intent.Undo
                ? CellLog.undoable(connection, diagramId, batch.author())
                : CellLog.redoable(connection, diagramId, batch.author()))
        .send()
        .chain(read -> invert(read, done(read.get(3))));
  }

  @SuppressWarnings("unchecked")
  private static List<Done> done(Object candidates) {
    return (List<Done>) candidates;
  }

  private Uni<List<Outcome>> invert(List<?> read, List<Done> candidates) {
    Need need = Need.ofInverses(candidates);
    long oldest = candidates.stream().mapToLong(Done::seq).min().orElse(0);
    return new Pipeline()
        .then(CellRows.reached(connection, diagramId, need.named(), need.removed()))
        .then(CellRows.lastRank(connection, diagramId))
        .then(CellLog.of(connection, diagramId, need.named(), oldest))
        .send()
        .chain(more -> {
          List<?> all = List.of(read.get(0), read.get(1), read.get(2), more.get(0), more.get(1));
          return finish(all, sheet(all, 3), (Past) more.get(2), candidates);
        });
  }

  private Pipeline begin() {
    return new Pipeline()
        .then(connection.query("begin").execute())
        .then(DiagramRow.lock(connection, diagramId))
        .then(
            OperationLog.recorded(
                connection, diagramId, batches.stream().map(Batch::operationId).toList()));
  }

  @SuppressWarnings("unchecked")
  private static Optional<DiagramRow> row(List<?> read) {
    return (Optional<DiagramRow>) read.get(1);
  }

  @SuppressWarnings("unchecked")
  private static Sheet sheet(List<?> read, int cells) {
    return row(read)
        .map(row ->
            new Sheet(
                row.vector(),
                row.cellCount(),
                row.cellBytes(),
                (String) read.get(cells + 1),
                (List<Placed>) read.get(cells)))
        .orElse(null);
  }

  @SuppressWarnings("unchecked")
  private Uni<List<Outcome>> finish(List<?> read, Sheet sheet, Past past, List<Done> candidates) {
    if (row(read).isEmpty()) {
      List<Outcome> missing = batches.stream().<Outcome>map(b -> new Outcome.Missing()).toList();
      return connection.query("rollback").execute().replaceWith(missing);
    }
    Judging judging =
        new Judging(
            new Merging(sheet, past), (Map<UUID, Recorded>) read.get(2), row(read).get().floor());
    batches.forEach(batch -> judging.judge(batch, candidates));
    return commit(judging, row(read).get().modelId());
  }

  private Uni<List<Outcome>> commit(Judging judging, UUID modelId) {
    if (judging.entries().isEmpty()) {
      return connection.query("rollback").execute().replaceWith(judging.outcomes());
    }
    Pipeline pipeline = new Pipeline();
    Storing.addTo(pipeline, connection, diagramId, judging.merging(), judging.entries());
    List<Applied> applied =
        judging.entries().stream().map(entry -> entry.accepted().applied()).toList();
    return pipeline
        .then(
            Uni.createFrom()
                .deferred(() -> closing.append(connection, diagramId, modelId, applied)))
        .then(connection.query("commit").execute())
        .send()
        .replaceWith(judging.outcomes());
  }
}
