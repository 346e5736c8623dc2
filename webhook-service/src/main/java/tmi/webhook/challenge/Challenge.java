package tmi.webhook.challenge;

import java.util.UUID;

/// A subscription that is to be proved.
///
/// @param sent tries that failed before
/// @param secret sealed
record Challenge(UUID subscription, String url, String token, int sent, byte[] secret) {}
