package tmi.diagram.operation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What an operation did to one cell.
///
/// @param rank where in the list a removed cell stood, so that undo can put it back there
public record CellChange(UUID cellId, Verb verb, List<Change> changes, Optional<String> rank) {
  public CellChange {
    changes = List.copyOf(changes);
  }
}
