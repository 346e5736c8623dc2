package tmi.webhook.subscription;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.webhook.event.TestEventType;

/// @param eventType the name the test goes under; null for the subscription's first
@Schema(name = "WebhookTestRequest")
public record TestRequest(TestEventType eventType) {}
