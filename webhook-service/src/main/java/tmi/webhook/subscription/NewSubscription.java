package tmi.webhook.subscription;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
}
