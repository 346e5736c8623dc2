package tmi.service.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/// Appends to `audit.entry`.
public final class AuditLog {
  /// The insert with parameters $1 to $10 in the order of [#tuple(AuditEntry)].
  public static final String SQL =
      """
      insert into audit.entry (id, threat_model_id, object_type, object_id, change_type, actor_id,
                               actor, summary, before, after)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)\
      """;

  private AuditLog() {}

  /// Appends within the transaction of the given connection, before the event.
  public static Uni<Void> append(SqlClient transaction, AuditEntry entry) {
    return transaction.preparedQuery(SQL).execute(tuple(entry)).replaceWithVoid();
  }

  /// Parameters of [#SQL].
  public static Tuple tuple(AuditEntry entry) {
    return Tuple.tuple()
        .addValue(entry.id())
        .addValue(entry.threatModelId())
        .addValue(entry.objectType())
        .addValue(entry.objectId())
        .addValue(entry.changeType())
        .addValue(entry.actorId())
        .addValue(entry.actor())
        .addValue(entry.summary())
        .addValue(entry.before())
        .addValue(entry.after());
  }
}
