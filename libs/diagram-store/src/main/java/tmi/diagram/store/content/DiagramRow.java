package tmi.diagram.store.content;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.merge.Sheet;

/// The row of a diagram: its lock is the sequencer.
record DiagramRow(UUID id, UUID modelId, long vector, long floor, int cellCount, long cellBytes) {
  private static final String LOCK =
      "select id, model_id, update_vector, log_floor, cell_count, cell_bytes from diagram.diagrams"
          + " where id = $1 for no key update";
  private static final String LOCK_ALL =
      "select from diagram.diagrams where id = any($1) order by id for no key update";
  private static final String CREATE =
      "insert into diagram.diagrams (id, model_id) values ($1, $2)";
  private static final String DELETE = "delete from diagram.diagrams where id = any($1)";
  private static final String RAISE =
      "update diagram.diagrams set update_vector = $2, cell_count = $3, cell_bytes = $4"
          + " where id = $1";

  /// Takes the lock. Read in later statements only: one statement would see the state before it
  /// waited.
  static Uni<Optional<DiagramRow>> lock(SqlClient transaction, UUID diagramId) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(diagramId))
        .map(rows -> {
          if (rows.size() == 0) {
            return Optional.empty();
          }
          var row = rows.iterator().next();
          return Optional.of(
              new DiagramRow(
                  row.getUUID("id"),
                  row.getUUID("model_id"),
                  row.getLong("update_vector"),
                  row.getLong("log_floor"),
                  row.getInteger("cell_count"),
                  row.getLong("cell_bytes")));
        });
  }

  /// Takes the locks of all, one after the other in the order of their ids, so that two who want
  /// the same ones never wait for each other.
  static Uni<Void> lockAll(SqlClient transaction, Collection<UUID> diagramIds) {
    Tuple parameters = Tuple.tuple().addArrayOfUUID(diagramIds.toArray(UUID[]::new));
    return transaction.preparedQuery(LOCK_ALL).execute(parameters).replaceWithVoid();
  }

  static Uni<Void> create(SqlClient transaction, UUID diagramId, UUID modelId) {
    return transaction
        .preparedQuery(CREATE)
        .execute(Tuple.of(diagramId, modelId))
        .replaceWithVoid();
  }

  static Uni<Void> delete(SqlClient transaction, Collection<UUID> diagramIds) {
    Tuple parameters = Tuple.tuple().addArrayOfUUID(diagramIds.toArray(UUID[]::new));
    return transaction.preparedQuery(DELETE).execute(parameters).replaceWithVoid();
  }

  /// Notes what a merge left: number, count and size of the cells.
  static Uni<Void> raise(SqlClient transaction, UUID diagramId, Sheet sheet) {
    return transaction
        .preparedQuery(RAISE)
        .execute(Tuple.of(diagramId, sheet.head(), sheet.count(), sheet.bytes()))
        .replaceWithVoid();
  }
}
