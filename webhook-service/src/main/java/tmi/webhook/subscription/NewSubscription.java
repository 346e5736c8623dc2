package tmi.webhook.subscription;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.kernel.problem.Problem;
import tmi.webhook.event.EventName;

/// What an administrator asks for.
///
/// @param threatModelId the one model it is to hear of; null for all
/// @param secret null to have one made
@Schema(name = "WebhookSubscriptionInput")
public record NewSubscription(
    @Schema(nullable = true) UUID threatModelId,
    @NotNull @Size(min = 1, max = 255) @Pattern(regexp = NO_CONTROLS) String name,
    @NotNull @Size(min = 8, max = 1024) String url,
    @NotNull @Size(min = 1, max = 50)
        List<@NotNull @Size(max = 1000) @Pattern(regexp = NO_CONTROLS) String> events,
    @Size(min = 16, max = 128) @Pattern(regexp = NO_CONTROLS) String secret) {
  static final String NO_CONTROLS = "^[^\\x00-\\x1F]*$";

  /// Refuses names that no event has: who asks for one would wait for ever.
  void requireKnownEvents() {
    List<String> known = EventName.subscribable();
    for (int i = 0; i < events.size(); i++) {
      if (!known.contains(events.get(i))) {
        throw Problem.invalid("events[" + i + "]", "must be one of " + String.join(", ", known));
      }
    }
  }
}
