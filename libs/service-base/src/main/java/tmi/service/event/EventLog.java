package tmi.service.event;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import tmi.service.id.IdSource;
import tmi.service.wake.Wake;

/// Appends to `event.log`. The row's number is given by a trigger under the stream's head row,
/// which stays locked until commit: append last.
@ApplicationScoped
public class EventLog {
  /// The insert with parameters $1 to $10 in the order of [#tuple(Event)]; also usable as a part of
  /// a larger statement, where it must be the last one to write.
  public static final String SQL =
      """
      insert into event.log (id, stream, type, threat_model_id, object_type, object_id, owner_id,
                             actor_id, confidential, data)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)\
      """;

  private final IdSource ids;
  private final Wake wake;

  EventLog(IdSource ids, Wake wake) {
    this.ids = ids;
    this.wake = wake;
  }

  /// An event about something inside a threat model.
  public Event inModel(
      String type,
      UUID modelId,
      String objectType,
      UUID objectId,
      UUID ownerId,
      UUID actorId,
      boolean confidential,
      JsonObject data) {
    return new Event(
        ids.v7(), type, modelId, objectType, objectId, ownerId, actorId, confidential, data);
  }

  /// An event about something that belongs to no model.
  public Event alone(
      String type, String objectType, UUID objectId, UUID ownerId, UUID actorId, JsonObject data) {
    return new Event(ids.v7(), type, null, objectType, objectId, ownerId, actorId, false, data);
  }

  /// Appends within the transaction of the given connection.
  public Uni<Void> append(SqlClient transaction, Event event) {
    return transaction.preparedQuery(SQL).execute(tuple(event)).replaceWithVoid();
  }

  /// Parameters of [#SQL].
  public static Tuple tuple(Event event) {
    return Tuple.tuple()
        .addValue(event.id())
        .addValue(event.stream())
        .addValue(event.type())
        .addValue(event.threatModelId())
        .addValue(event.objectType())
        .addValue(event.objectId())
        .addValue(event.ownerId())
        .addValue(event.actorId())
        .addValue(event.confidential())
        .addValue(event.data());
  }

  /// Tells webhook-service that there is something to read; call it after the commit.
  public void wake() {
    wake.call(Wake.EVENT);
  }
}
