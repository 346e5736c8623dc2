package tmi.diagram.store.log;

import java.util.List;
import tmi.diagram.operation.Applied;

/// What was applied after a number.
///
/// @param head the diagram's number now
/// @param complete false when the log no longer reaches back so far, or an operation in it changed
///   the list order: then only a whole new state helps, and `operations` is empty
/// @param operations in order and without a gap from the number asked for, at most as many as asked
public record Replay(long head, boolean complete, List<Applied> operations) {
  public Replay {
    operations = List.copyOf(operations);
  }
}
