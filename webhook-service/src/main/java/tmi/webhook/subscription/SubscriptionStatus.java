package tmi.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How far a subscription is; only an active one hears anything.
public enum SubscriptionStatus {
  @JsonProperty("pending_verification")
  PENDING_VERIFICATION,
  @JsonProperty("active")
  ACTIVE,
  @JsonProperty("pending_delete")
  PENDING_DELETE;

  static SubscriptionStatus of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
