package tmi.diagram.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.operation.Applied;
import tmi.diagram.operation.CellChange;
import tmi.diagram.operation.CellOperation;
import tmi.diagram.operation.Change;
import tmi.diagram.operation.Verb;

/// A draft with its number: the operation for the others, its changes for the log, its rows for the
/// table.
///
/// @param rows touched cells as they are now; empty for those that are gone
record Sealed(Applied applied, List<CellChange> changes, Map<UUID, Optional<Placed>> rows) {

  /// Receivers need nodes before the flows that end at them, and lose flows before their nodes.
  private static final Comparator<Told> ORDER = Comparator.comparingInt(Told::turn);

  private record Told(CellOperation operation, boolean edge, Verb verb) {
    int turn() {
      return switch (verb) {
        case ADD -> edge ? 2 : 0;
        case UPDATE -> edge ? 3 : 1;
        case REMOVE -> edge ? 4 : 5;
      };
    }
  }

  /// Gives a draft this number; empty when it changes nothing.
  static Optional<Sealed> of(Draft draft, long seq, UUID operationId, UUID author) {
    List<Told> told = new ArrayList<>();
    List<CellChange> changes = new ArrayList<>();
    Map<UUID, Optional<Placed>> rows = new LinkedHashMap<>();
    boolean reordered = false;
    for (UUID id : draft.written().keySet()) {
      Optional<Placed> before = draft.before(id);
      Optional<Placed> after = draft.find(id);
      Optional<CellChange> change = changeOf(draft, id, before, after);
      boolean effective = change.stream().anyMatch(Sealed::isEffective);
      boolean moved = isMoved(before, after);
      change.ifPresent(changes::add);
      if (effective) {
        told.add(told(change.get().verb(), after.or(() -> before).get()));
        rows.put(id, after.map(placed -> written(placed, before, author, seq)));
      } else if (moved) {
        rows.put(id, after);
      }
      reordered |= moved;
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<CellOperation> cells = told.stream().sorted(ORDER).map(Told::operation).toList();
    return Optional.of(
        new Sealed(new Applied(seq, operationId, author, cells, reordered), changes, rows));
  }

  private static boolean isEffective(CellChange change) {
    return change.changes().stream().anyMatch(Change::isEffective);
  }

  private static boolean isMoved(Optional<Placed> before, Optional<Placed> after) {
    return before.isPresent()
        && after.isPresent()
        && !before.get().rank().equals(after.get().rank());
  }

  private static Placed written(Placed placed, Optional<Placed> before, UUID author, long seq) {
    return before.isPresent()
        ? placed.writtenBy(author, seq)
        : new Placed(placed.cell(), placed.rank(), seq, author, 0);
  }

  private static Told told(Verb verb, Placed placed) {
    UUID id = placed.id();
    CellOperation operation =
        switch (verb) {
          case ADD -> new CellOperation.Add(id, placed.cell().data());
          case UPDATE -> new CellOperation.Update(id, placed.cell().data());
          case REMOVE -> new CellOperation.Remove(id);
        };
    return new Told(operation, placed.cell().isEdge(), verb);
  }

  private static Optional<CellChange> changeOf(
      Draft draft, UUID id, Optional<Placed> before, Optional<Placed> after) {
    if (before.isEmpty()) {
      return after.map(now -> whole(Verb.ADD, Optional.empty(), after));
    }
    if (after.isEmpty()) {
      return Optional.of(whole(Verb.REMOVE, before, Optional.empty()));
    }
    List<Change> changes =
        new ArrayList<>(Difference.between(before.get().cell().data(), after.get().cell().data()));
    List<Change> effective = List.copyOf(changes);
    for (Change claim : draft.claims(id)) {
      if (effective.stream().noneMatch(claim::touches)) {
        Optional<com.fasterxml.jackson.databind.JsonNode> value =
            Paths.at(after.get().cell().data(), claim.path());
        changes.add(new Change(claim.path(), value, value));
      }
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new CellChange(id, Verb.UPDATE, changes, Optional.empty()));
  }

  private static CellChange whole(Verb verb, Optional<Placed> before, Optional<Placed> after) {
    Change change =
        new Change("", before.map(was -> was.cell().data()), after.map(now -> now.cell().data()));
    return new CellChange(
        before.or(() -> after).get().id(), verb, List.of(change), before.map(Placed::rank));
  }
}
