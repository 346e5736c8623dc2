package tmi.webhook.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.webhook.event.EventType;

/// A delivery as administrators and receivers see it (contract 3.7).
@Schema(name = "WebhookDelivery")
public record Delivery(
    @NotNull UUID id,
    @NotNull UUID subscriptionId,
    @NotNull @Schema(type = SchemaType.STRING, implementation = EventType.class) String eventType,
    @Schema(additionalProperties = Schema.True.class) Map<String, Object> payload,
    @NotNull DeliveryStatus status,
    @NotNull @Min(0) Integer attempts,
    @Schema(nullable = true) OffsetDateTime nextRetryAt,
    String lastError,
    @NotNull OffsetDateTime createdAt,
    @Schema(nullable = true) OffsetDateTime deliveredAt,
    @Min(0) @Max(100) Integer statusPercent,
    String statusMessage,
    @Schema(nullable = true) OffsetDateTime lastActivityAt,
    @Schema(nullable = true) UUID addonId,
    @Schema(nullable = true) Invoker invokedBy) {}
