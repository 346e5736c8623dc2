package tmi.diagram.operation;

import java.util.List;

/// What a batch is meant to do.
public sealed interface Intent {
  /// Applies cell operations that were made against the state numbered `baseVector`. The caller has
  /// already raised it to the number of the state that the author was given.
  record Edit(long baseVector, List<CellOperation> cells) implements Intent {
    public Edit {
      cells = List.copyOf(cells);
    }
  }

  /// Takes back the author's latest operation, as far as nobody wrote over it.
  record Undo() implements Intent {}

  /// Brings back what the author undid last, as far as nobody wrote over it.
  record Redo() implements Intent {}
}
