package tmi.service.event;

import io.vertx.core.json.JsonObject;
import java.util.UUID;

/// Something that became true.
///
/// @param type name of the contract, such as `threat.created`
/// @param threatModelId the model it belongs to; null for what belongs to none
/// @param objectType kind of the object, such as `threat`
/// @param ownerId internal id of the owner of the model or object; may be null
/// @param actorId who did it; null for the system
/// @param confidential true when deliveries may carry ids only
/// @param data what the contract lets travel: at most name and description
public record Event(
    UUID id,
    String type,
    UUID threatModelId,
    String objectType,
    UUID objectId,
    UUID ownerId,
    UUID actorId,
    boolean confidential,
    JsonObject data) {

  /// The stream that numbers this event: its threat model, else the object itself.
  public UUID stream() {
    return threatModelId == null ? objectId : threatModelId;
  }
}
