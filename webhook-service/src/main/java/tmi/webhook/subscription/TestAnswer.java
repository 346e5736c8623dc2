package tmi.webhook.subscription;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A test delivery is on its way.
@Schema(name = "WebhookTestResponse")
public record TestAnswer(@NotNull UUID deliveryId, @NotNull String status, String message) {}
