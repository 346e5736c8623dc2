package tmi.webhook.intake;

import io.vertx.core.json.JsonObject;

/// The body that a receiver gets (contract 2.1), made once and kept as bytes. Beyond the contract:
/// `type` for readers of Standard Webhooks, the event's `id`, and its `number` in its stream, by
/// which a receiver sees gaps and overtaking.
final class Envelope {
  private Envelope() {}

  static byte[] of(LoggedEvent event) {
    JsonObject body = new JsonObject().put("event_type", event.type());
    if (event.threatModelId() != null) {
      body.put("threat_model_id", event.threatModelId().toString());
    }
    return body.put("object_id", event.objectId().toString())
        .put("object_type", event.objectType())
        .put("owner_id", event.ownerId() == null ? "" : event.ownerId().toString())
        .put("timestamp", event.occurredAt().toString())
        .put("data", data(event))
        .put("type", event.type())
        .put("id", event.id().toString())
        .put("number", event.number())
        .toBuffer()
        .getBytes();
  }

  // Of a confidential model nothing leaves but ids.
  private static JsonObject data(LoggedEvent event) {
    return event.confidential() || event.data() == null ? new JsonObject() : event.data();
  }
}
