package tmi.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How far a delivery is.
public enum DeliveryStatus {
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("in_progress")
  IN_PROGRESS,
  @JsonProperty("delivered")
  DELIVERED,
  @JsonProperty("failed")
  FAILED;

  /// As it stands in the database.
  public static DeliveryStatus of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
