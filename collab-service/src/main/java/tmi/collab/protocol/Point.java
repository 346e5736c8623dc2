package tmi.collab.protocol;

/// A place on the canvas, in its own units.
public record Point(double x, double y) {}
