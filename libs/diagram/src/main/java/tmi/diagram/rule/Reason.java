package tmi.diagram.rule;

import java.util.Locale;

/// Why an operation is refused: the words of the realtime contract, and no others.
public enum Reason {
  VALIDATION_FAILED,
  CONFLICT_DETECTED,
  EMPTY_OPERATION,
  INVALID_OPERATION_TYPE,
  DIAGRAM_NOT_FOUND;

  /// The word on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
