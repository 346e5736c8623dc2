package tmi.model.diagram;

import tmi.kernel.identity.Role;

/// A diagram's own fields, and the caller's role on its model.
record Held(DfdDiagram diagram, Role role) {}
