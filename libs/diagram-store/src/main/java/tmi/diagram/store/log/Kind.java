package tmi.diagram.store.log;

import java.util.Locale;

/// How an operation came about.
public enum Kind {
  /// A live edit.
  EDIT,
  /// A live edit taken back.
  UNDO,
  /// An undo taken back.
  REDO,
  /// A whole list written by REST.
  LIST;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
