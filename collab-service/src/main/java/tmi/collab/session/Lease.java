package tmi.collab.session;

import java.time.Duration;
import java.util.UUID;

/// An open socket of this replica, as it is renewed.
///
/// @param idle how long ago the socket said anything
public record Lease(UUID socketId, UUID sessionId, UUID userId, Duration idle, boolean writes) {}
