package tmi.webhook.delivery;

import java.util.UUID;

/// A promise to tell one subscription of one event.
///
/// @param eventId null for a test, which may be repeated
/// @param stream first attempts within it keep the order of their numbers
/// @param body the bytes that are signed and sent, unchanged through all attempts
public record NewDelivery(
    UUID id,
    UUID subscriptionId,
    String host,
    UUID eventId,
    UUID stream,
    long number,
    String eventType,
    byte[] body) {}
