package tmi.webhook.flow;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/// A request that the sink got.
record Received(Map<String, String> headers, byte[] body) {
  JsonObject json() {
    return new JsonObject(new String(body));
  }

  String event() {
    return headers.get("x-webhook-event");
  }

  String delivery() {
    return headers.get("x-webhook-delivery-id");
  }

  long number() {
    return json().getLong("number");
  }
}
