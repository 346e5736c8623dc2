package tmi.webhook.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.webhook.delivery.DeliveryStatus;

/// What is kept after a report.
@Schema(name = "UpdateWebhookDeliveryStatusResponse")
public record ReportAnswer(
    @NotNull UUID id,
    @NotNull DeliveryStatus status,
    @NotNull @Min(0) @Max(100) Integer statusPercent,
    @NotNull OffsetDateTime statusUpdatedAt) {}
