package tmi.service.audit;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import tmi.kernel.identity.Caller;

/// One change.
///
/// @param changeType created, updated, patched, deleted, restored or rolled_back
/// @param actor the caller as text at that time; null for the system
/// @param before the object before, null when it was created
/// @param after the object after, null when it was deleted
public record AuditEntry(
    UUID id,
    UUID threatModelId,
    String objectType,
    UUID objectId,
    String changeType,
    UUID actorId,
    JsonObject actor,
    String summary,
    JsonObject before,
    JsonObject after) {

  /// The caller as the audit trail keeps him: his names today, readable after he is gone.
  public static JsonObject actorOf(Caller caller) {
    return new JsonObject()
        .put("email", caller.email())
        .put("provider", caller.provider())
        .put("provider_id", caller.providerId())
        .put("display_name", caller.name());
  }
}
