package tmi.diagram.merge;

import java.util.List;
import java.util.Optional;
import tmi.diagram.operation.Applied;
import tmi.diagram.operation.CellChange;

/// An operation that got its number and is to be stored.
///
/// @param changes what to log, cell by cell
/// @param inverts the number of the operation that it takes back
public record Accepted(Applied applied, List<CellChange> changes, Optional<Long> inverts) {
  public Accepted {
    changes = List.copyOf(changes);
  }
}
