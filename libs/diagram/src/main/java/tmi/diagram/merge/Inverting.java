package tmi.diagram.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tmi.diagram.cell.Cell;
import tmi.diagram.operation.CellChange;
import tmi.diagram.operation.Change;
import tmi.diagram.operation.Verb;

/// Drafts undo and redo: takes one operation back at those places that nobody wrote since.
final class Inverting {
  private final Draft draft;
  private final Past past;
  private final long seq;

  private Inverting(Draft draft, Past past, long seq) {
    this.draft = draft;
    this.past = past;
    this.seq = seq;
  }

  static Draft draft(Sheet sheet, Past past, Done done) {
    Draft draft = new Draft(sheet);
    Inverting inverting = new Inverting(draft, past, done.seq());
    List<CellChange> changes = done.changes();
    changes.stream().filter(c -> c.verb() == Verb.REMOVE).forEach(inverting::restore);
    changes.stream().filter(c -> c.verb() == Verb.UPDATE).forEach(inverting::rewrite);
    inverting.withdraw(
        changes.stream()
            .filter(c -> c.verb() == Verb.ADD)
            .map(CellChange::cellId)
            .collect(Collectors.toSet()));
    inverting.dropLooseFlows();
    References.settleParents(draft);
    References.strikeChildren(draft);
    return draft;
  }

  private void restore(CellChange removal) {
    UUID id = removal.cellId();
    if (draft.find(id).isEmpty() && past.writtenSince(id, seq).isEmpty()) {
      ObjectNode whole = (ObjectNode) removal.changes().getFirst().before().orElseThrow();
      draft.add(new Cell(id, whole), removal.rank().orElseThrow());
    }
  }

  private void rewrite(CellChange update) {
    UUID id = update.cellId();
    List<Change> since = past.writtenSince(id, seq);
    List<Change> back = new ArrayList<>();
    for (Change change : update.changes().reversed()) {
      if (change.isEffective() && since.stream().noneMatch(change::touches)) {
        back.add(change.inverted());
      }
    }
    draft
        .find(id)
        .filter(now -> !back.isEmpty())
        .ifPresent(now -> draft.change(Editing.changed(now.cell(), back)));
  }

  /// Takes added cells away again, unless somebody worked on them or hung something on them.
  private void withdraw(Set<UUID> added) {
    Set<UUID> going =
        added.stream()
            .filter(id -> draft.find(id).isPresent() && past.writtenSince(id, seq).isEmpty())
            .collect(Collectors.toSet());
    boolean settled = false;
    while (!settled) {
      Set<UUID> held = heldByOthers(going);
      settled = !going.removeAll(held);
    }
    going.forEach(draft::remove);
  }

  private Set<UUID> heldByOthers(Set<UUID> going) {
    return draft.all().stream()
        .map(Placed::cell)
        .filter(cell -> !going.contains(cell.id()))
        .flatMap(cell ->
            cell.isEdge()
                ? java.util.stream.Stream.concat(cell.source().stream(), cell.target().stream())
                : cell.parent().stream())
        .filter(going::contains)
        .collect(Collectors.toSet());
  }

  /// A flow comes back, or is hung back, only where both ends are there.
  private void dropLooseFlows() {
    for (Placed placed : draft.kept()) {
      if (placed.cell().isEdge() && !References.hasBothEnds(draft, placed.cell())) {
        draft.forget(placed.id());
      }
    }
  }
}
