package tmi.diagram.operation;

/// What happened to a cell in an operation, as others are told it.
public enum Verb {
  /// The cell was not there before.
  ADD,
  /// The cell was there before and after.
  UPDATE,
  /// The cell is gone.
  REMOVE
}
