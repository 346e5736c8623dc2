package tmi.collab.ticket;

import java.util.Optional;
import java.util.UUID;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.Role;

/// A ticket that was taken: whose it is, and what he may.
///
/// @param denied the host has sent this person out of the session
/// @param role empty without access to the model
public record Taken(
    UUID sessionId, Caller caller, boolean modelKnown, boolean denied, Optional<Role> role) {}
