package tmi.webhook.subscription;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.webhook.event.EventType;

/// A subscription as it is shown.
///
/// @param secret in the answer to its creation, and never again
@Schema(name = "WebhookSubscription")
public record Subscription(
    @NotNull UUID id,
    @NotNull UUID ownerId,
    @Schema(nullable = true) UUID threatModelId,
    @NotNull String name,
    @NotNull String url,
    @NotNull @Schema(type = SchemaType.ARRAY, implementation = EventType.class) List<String> events,
    String secret,
    @NotNull SubscriptionStatus status,
    @Min(0) Integer challengesSent,
    @NotNull OffsetDateTime createdAt,
    @NotNull OffsetDateTime modifiedAt,
    @Schema(nullable = true) OffsetDateTime lastSuccessfulUse,
    @Min(0) Integer publicationFailures) {

  Subscription withSecret(String told) {
    return new Subscription(
        id,
        ownerId,
        threatModelId,
        name,
        url,
        events,
        told,
        status,
        challengesSent,
        createdAt,
        modifiedAt,
        lastSuccessfulUse,
        publicationFailures);
  }
}
