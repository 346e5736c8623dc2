package tmi.webhook.signing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// The headers of one attempt to send one message (contract 3.1 and 7.2).
///
/// @param id delivery id, the same for all attempts; null on a challenge, which has none
public record SignedHeaders(String event, UUID id, UUID subscription) {
  /// Signs for an attempt made now. A challenge is signed under the subscription's own id.
  public Map<String, String> sign(SigningKey key, byte[] body, Instant now) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "TMI-Webhook/1.0");
    headers.put("X-Webhook-Event", event);
    if (id != null) {
      headers.put("X-Webhook-Delivery-Id", id.toString());
    }
    headers.put("X-Webhook-Subscription-Id", subscription.toString());
    headers.put("X-Webhook-Signature", Signature.contract(key.contract(), body));
    String message = (id == null ? subscription : id).toString();
    headers.put("webhook-id", message);
    headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
    key.standard()
        .ifPresent(standard ->
            headers.put(
                "webhook-signature",
                Signature.standard(standard, message, now.getEpochSecond(), body)));
    return headers;
  }
}
