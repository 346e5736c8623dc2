package tmi.webhook.delivery;

import java.util.UUID;

/// A delivery that this replica alone may attempt until its lease ends.
///
/// @param token proves the claim when the outcome is stored
/// @param attempts made before
/// @param url null when the subscription is gone
/// @param secret sealed
/// @param listening false when the subscription is gone or not active
/// @param probe true when it tries whether a host whose breaker was open is well again
record Claim(
    UUID id,
    UUID token,
    UUID subscriptionId,
    UUID stream,
    String host,
    String eventType,
    byte[] body,
    int attempts,
    String url,
    byte[] secret,
    boolean listening,
    boolean probe) {}
