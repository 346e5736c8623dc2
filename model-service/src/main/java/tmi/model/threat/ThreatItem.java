package tmi.model.threat;

import java.util.UUID;

/// A threat as sent, and the one it is about.
///
/// @param id null for a new threat that is to get its own
record ThreatItem(UUID id, NewThreat threat) {}
