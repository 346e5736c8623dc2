package tmi.diagram.store.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.operation.Applied;
import tmi.diagram.operation.OperationJson;

/// Questions to the log by number and by operation id.
public final class OperationLog {
  private static final String COLUMNS =
      "o.seq, o.author, o.operation_id, o.reordered, o.cells::text as cells";
  private static final String RECORDED =
      "select "
          + COLUMNS
          + ", encode(o.body_hash, 'hex') as body_hash from diagram.operations o"
          + " where o.diagram_id = $1 and o.operation_id = any($2)";

  /// Head, floor and operations in one statement, so that they fit each other.
  private static final String SINCE =
      "select d.update_vector, d.log_floor, "
          + COLUMNS
          + " from diagram.diagrams d left join lateral (select p.*,"
          + " sum(octet_length(p.cells::text)) over (order by p.seq) - octet_length(p.cells::text)"
          + " as bytes_before from (select * from diagram.operations q where q.diagram_id = d.id"
          + " and q.seq > $2 order by q.seq limit $3) p) o on o.bytes_before < $4 where d.id = $1"
          + " order by o.seq";

  /// What one reading of the log may bring; the operation that reaches it still comes whole.
  private static final long PORTION_BYTES = 4L * 1024 * 1024;

  private static final String HEADS =
      "select id, update_vector from diagram.diagrams where id = any($1)";

  private OperationLog() {}

  /// The operations with these ids, whoever sent them.
  public static Uni<Map<UUID, Recorded>> recorded(
      SqlClient client, UUID diagramId, Collection<UUID> operationIds) {
    Tuple parameters = Tuple.of(diagramId).addArrayOfUUID(operationIds.toArray(UUID[]::new));
    return client
        .preparedQuery(RECORDED)
        .execute(parameters)
        .map(rows -> {
          Map<UUID, Recorded> found = new HashMap<>();
          for (Row row : rows) {
            Recorded recorded = new Recorded(applied(row), row.getString("body_hash"));
            found.put(recorded.applied().operationId(), recorded);
          }
          return found;
        });
  }

  /// What was applied after a number, as far as it fits into one answer (at least one operation, at
  /// most `limit`, no more once 4 MiB are reached); empty when there is no such diagram.
  public static Uni<Optional<Replay>> since(
      SqlClient client, UUID diagramId, long after, int limit) {
    return client
        .preparedQuery(SINCE)
        .execute(Tuple.of(diagramId, after, limit, PORTION_BYTES))
        .map(rows -> {
          List<Applied> operations = new ArrayList<>();
          long head = -1;
          long floor = 0;
          for (Row row : rows) {
            head = row.getLong("update_vector");
            floor = row.getLong("log_floor");
            if (row.getLong("seq") != null) {
              operations.add(applied(row));
            }
          }
          return head < 0 ? Optional.empty() : Optional.of(replay(head, floor, after, operations));
        });
  }

  private static Replay replay(long head, long floor, long after, List<Applied> operations) {
    boolean complete = after >= floor && operations.stream().noneMatch(Applied::reordered);
    return new Replay(head, complete, complete ? operations : List.of());
  }

  /// The numbers of the last operations; unknown ids are left out.
  public static Uni<Map<UUID, Long>> heads(SqlClient client, Collection<UUID> diagramIds) {
    Tuple parameters = Tuple.tuple().addArrayOfUUID(diagramIds.toArray(UUID[]::new));
    return client
        .preparedQuery(HEADS)
        .execute(parameters)
        .map(rows -> {
          Map<UUID, Long> heads = new HashMap<>();
          rows.forEach(row -> heads.put(row.getUUID("id"), row.getLong("update_vector")));
          return heads;
        });
  }

  private static Applied applied(Row row) {
    return new Applied(
        row.getLong("seq"),
        row.getUUID("operation_id"),
        row.getUUID("author"),
        OperationJson.readCells(LogJson.parseAsIs(row.getString("cells"))),
        row.getBoolean("reordered"));
  }
}
