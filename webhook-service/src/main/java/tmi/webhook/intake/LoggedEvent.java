package tmi.webhook.intake;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/// A row of the event log.
///
/// @param number place in its stream
/// @param threatModelId the model it belongs to; may be null
/// @param ownerId may be null
/// @param data what may travel besides the ids; may be null
/// @param seenAt the database's clock when the row was read
public record LoggedEvent(
    UUID id,
    UUID stream,
    long number,
    String type,
    UUID threatModelId,
    String objectType,
    UUID objectId,
    UUID ownerId,
    boolean confidential,
    JsonObject data,
    Instant occurredAt,
    Instant seenAt) {

  /// Live edits come in bursts, which are told once.
  boolean isLiveEdit() {
    return type.equals("diagram.updated");
  }
}
