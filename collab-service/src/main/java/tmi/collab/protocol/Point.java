package tmi.collab.protocol;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// A place on the canvas, in its own units.
@RegisterForReflection
public record Point(double x, double y) {}
