package tmi.collab.protocol;

import java.time.Instant;

/// Somebody in a session.
///
/// @param permissions `reader` or `writer` (an owner shows as writer)
public record Participant(User user, Instant lastActivity, String permissions) {}
