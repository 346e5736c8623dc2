package tmi.collab.access;

import java.time.Instant;
import java.util.Optional;
import tmi.kernel.identity.Role;

/// What the database says about a seat.
///
/// @param role empty when the model is not readable, or the account not active
/// @param sessionLive false when the live session is over, or its diagram was deleted
/// @param gone the person left over REST
/// @param signInEnds when the sign-in behind the seat ends; empty when it is not known
public record Standing(
    Optional<Role> role, boolean sessionLive, boolean gone, Optional<Instant> signInEnds) {}
