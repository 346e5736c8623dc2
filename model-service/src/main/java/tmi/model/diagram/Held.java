package tmi.model.diagram;

import tmi.kernel.identity.Role;

/// A diagram, and the caller's role on its model.
record Held(DfdDiagram diagram, Role role) {}
