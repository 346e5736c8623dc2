package tmi.diagram.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.operation.CellChange;
import tmi.diagram.operation.Change;
import tmi.diagram.operation.Verb;

/// The logged changes of some cells, oldest first: enough of them to see each cell as an author saw
/// it. Grows while a group is merged.
public final class Past {
  private final Map<UUID, List<Step>> steps = new HashMap<>();

  /// One operation's change of one cell.
  ///
  /// @param inverts the number of the operation that it took back; empty for ordinary edits
  public record Step(long seq, UUID author, Optional<Long> inverts, CellChange change) {}

  /// Adds a step that is later than all steps of its cell so far.
  public void add(Step step) {
    steps.computeIfAbsent(step.change().cellId(), id -> new ArrayList<>()).add(step);
  }

  /// The steps of a cell after a number, oldest first.
  List<Step> of(UUID cellId, long after) {
    return steps.getOrDefault(cellId, List.of()).stream().filter(s -> s.seq() > after).toList();
  }

  /// The cell as an author knows it who has seen the state `base` and his own later operations;
  /// empty when for him there is no such cell.
  Optional<ObjectNode> view(UUID cellId, Optional<ObjectNode> now, UUID author, long base) {
    List<Step> later = of(cellId, base);
    Optional<ObjectNode> view = now;
    for (Step step : later.reversed()) {
      view = undo(view, step.change());
    }
    for (Step step : later) {
      if (step.author().equals(author)) {
        view = redo(view, step.change());
      }
    }
    return view;
  }

  /// The same for an author who names the cell, so must have seen it: if there was none in the
  /// state that he knows, then at least as it was when it was added.
  ObjectNode viewOfNamed(UUID cellId, ObjectNode now, UUID author, long base) {
    Optional<ObjectNode> view = view(cellId, Optional.of(now), author, base);
    if (view.isPresent()) {
      return view.get();
    }
    long added = base;
    for (Step step : of(cellId, base)) {
      added = step.change().verb() == Verb.ADD ? step.seq() : added;
    }
    return view(cellId, Optional.of(now), author, added).orElse(now);
  }

  /// What was changed in a cell after an operation and still stands. A step that was taken back
  /// later does not count, nor does what took it back.
  List<Change> writtenSince(UUID cellId, long seq) {
    List<Step> later = of(cellId, seq);
    List<Change> standing = new ArrayList<>();
    for (Step step : later) {
      boolean inverts = later.stream().anyMatch(other -> isInverse(step, other));
      for (Change change : step.change().changes()) {
        if (change.isEffective() && !inverts && stands(step, change, later)) {
          standing.add(change);
        }
      }
    }
    return standing;
  }

  private static boolean stands(Step step, Change change, List<Step> later) {
    return later.stream()
        .noneMatch(
            other -> isInverse(other, step) && has(other, change) && stands(other, change, later));
  }

  private static boolean isInverse(Step step, Step of) {
    return step.inverts().filter(seq -> seq == of.seq()).isPresent();
  }

  private static boolean has(Step step, Change change) {
    return step.change().changes().stream().anyMatch(c -> c.path().equals(change.path()));
  }

  private static Optional<ObjectNode> undo(Optional<ObjectNode> cell, CellChange change) {
    return replay(cell, change.changes().reversed().stream().map(Change::inverted).toList());
  }

  private static Optional<ObjectNode> redo(Optional<ObjectNode> cell, CellChange change) {
    return replay(cell, change.changes());
  }

  private static Optional<ObjectNode> replay(Optional<ObjectNode> cell, List<Change> changes) {
    Optional<ObjectNode> result = cell.map(ObjectNode::deepCopy);
    for (Change change : changes) {
      if (change.path().isEmpty()) {
        result = change.after().map(whole -> (ObjectNode) whole.deepCopy());
      } else {
        result.ifPresent(tree -> Paths.write(tree, change));
      }
    }
    return result;
  }
}
