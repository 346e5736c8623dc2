package tmi.webhook.report;

import java.util.UUID;

/// The owner and the sealed secret behind a delivery; both null when the subscription is gone.
record Reported(UUID subscription, UUID owner, byte[] secret) {}
