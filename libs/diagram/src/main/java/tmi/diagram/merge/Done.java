package tmi.diagram.merge;

import java.util.List;
import tmi.diagram.operation.CellChange;

/// An operation in the log that may be taken back.
public record Done(long seq, List<CellChange> changes) {
  public Done {
    changes = List.copyOf(changes);
  }
}
