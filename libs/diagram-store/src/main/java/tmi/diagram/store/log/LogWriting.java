package tmi.diagram.store.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import tmi.diagram.operation.CellChange;
import tmi.diagram.operation.OperationJson;

/// Appends to the log. Each method sends one statement when it is subscribed to.
public final class LogWriting {
  private static final String OPERATIONS =
      "insert into diagram.operations (diagram_id, seq, author, operation_id, body_hash, kind,"
          + " inverts, reordered, cells) select $1, n.seq, n.author, n.operation_id,"
          + " decode(n.body_hash, 'hex'), n.kind, n.inverts, n.reordered, n.cells::jsonb"
          + " from unnest($2::bigint[], $3::uuid[], $4::uuid[], $5::text[], $6::text[],"
          + " $7::bigint[], $8::boolean[], $9::text[])"
          + " as n (seq, author, operation_id, body_hash, kind, inverts, reordered, cells)";
  private static final String CELLS =
      "insert into diagram.operation_cells (diagram_id, cell_id, seq, verb, rank, changes)"
          + " select $1, n.cell_id, n.seq, n.verb, n.rank, n.changes::jsonb"
          + " from unnest($2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::text[])"
          + " as n (cell_id, seq, verb, rank, changes)";

  private LogWriting() {}

  /// Appends the operations themselves.
  public static Uni<Void> operations(SqlClient transaction, UUID diagramId, List<Entry> entries) {
    Tuple parameters =
        Tuple.of(diagramId)
            .addArrayOfLong(column(entries, e -> e.accepted().applied().seq(), Long[]::new))
            .addArrayOfUUID(column(entries, e -> e.accepted().applied().author(), UUID[]::new))
            .addArrayOfUUID(column(entries, e -> e.accepted().applied().operationId(), UUID[]::new))
            .addArrayOfString(column(entries, Entry::bodyHash, String[]::new))
            .addArrayOfString(column(entries, e -> e.kind().word(), String[]::new))
            .addArrayOfLong(column(entries, e -> e.inverts().orElse(null), Long[]::new))
            .addArrayOfBoolean(
                column(entries, e -> e.accepted().applied().reordered(), Boolean[]::new))
            .addArrayOfString(column(entries, LogWriting::cells, String[]::new));
    return transaction.preparedQuery(OPERATIONS).execute(parameters).replaceWithVoid();
  }

  private static String cells(Entry entry) {
    return OperationJson.writeCells(entry.accepted().applied().cells()).toString();
  }

  /// Appends what the operations did to each cell.
  public static Uni<Void> cells(SqlClient transaction, UUID diagramId, List<Entry> entries) {
    record Line(long seq, CellChange change) {}
    List<Line> lines =
        entries.stream()
            .flatMap(e ->
                e.accepted().changes().stream()
                    .map(change -> new Line(e.accepted().applied().seq(), change)))
            .toList();
    Tuple parameters =
        Tuple.of(diagramId)
            .addArrayOfUUID(column(lines, l -> l.change().cellId(), UUID[]::new))
            .addArrayOfLong(column(lines, Line::seq, Long[]::new))
            .addArrayOfString(
                column(
                    lines, l -> l.change().verb().name().toLowerCase(Locale.ROOT), String[]::new))
            .addArrayOfString(column(lines, l -> l.change().rank().orElse(null), String[]::new))
            .addArrayOfString(
                column(lines, l -> LogJson.changes(l.change().changes()), String[]::new));
    return transaction.preparedQuery(CELLS).execute(parameters).replaceWithVoid();
  }

  private static <T, C> C[] column(
      List<T> rows, Function<T, C> value, java.util.function.IntFunction<C[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
