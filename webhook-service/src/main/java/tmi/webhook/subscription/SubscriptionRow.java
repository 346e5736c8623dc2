package tmi.webhook.subscription;

import java.util.List;
import java.util.UUID;

/// A subscription to be stored.
///
/// @param host of the url: the key of its queue and breaker
/// @param secret sealed
/// @param challenge the token to be echoed
record SubscriptionRow(
    UUID id,
    UUID ownerId,
    UUID threatModelId,
    String name,
    String url,
    String host,
    List<String> events,
    byte[] secret,
    String challenge) {}
