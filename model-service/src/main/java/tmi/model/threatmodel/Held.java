package tmi.model.threatmodel;

import tmi.kernel.identity.Role;

/// A threat model as it is shown, and the caller's role on it.
record Held(ThreatModel model, Role role) {}
