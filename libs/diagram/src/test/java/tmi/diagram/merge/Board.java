package tmi.diagram.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.cell.Cell;
import tmi.diagram.operation.Applied;
import tmi.diagram.operation.CellOperation;
import tmi.diagram.operation.Intent;

/// A whole diagram in memory with its whole log, for tests.
final class Board {
  final Merging merging = new Merging(new Sheet(0, 0, 0, "", List.of()), new Past());

  Optional<Applied> edit(UUID author, long base, CellOperation... cells) {
    return merging
        .edit(UUID.randomUUID(), author, new Intent.Edit(base, List.of(cells)))
        .map(Accepted::applied);
  }

  Optional<Applied> list(UUID author, Optional<Long> base, List<? extends JsonNode> cells) {
    return merging
        .list(
            UUID.randomUUID(),
            author,
            new Merging.ListWrite(List.copyOf(cells), false, base, base.isEmpty()))
        .map(Accepted::applied);
  }

  /// Takes these operations back, the first that leaves anything.
  Optional<Applied> invert(UUID author, long... numbers) {
    List<Done> done = new ArrayList<>();
    for (long number : numbers) {
      done.add(new Done(number, merging.accepted().get((int) number - 1).changes()));
    }
    return merging.invert(UUID.randomUUID(), author, done).map(Accepted::applied);
  }

  long head() {
    return merging.sheet().head();
  }

  List<Cell> cells() {
    return merging.sheet().loaded().stream()
        .sorted(Comparator.comparing(Placed::rank).thenComparing(p -> p.id().toString()))
        .map(Placed::cell)
        .toList();
  }

  List<UUID> ids() {
    return cells().stream().map(Cell::id).toList();
  }

  ObjectNode data(UUID id) {
    return merging.sheet().find(id).orElseThrow().cell().data();
  }

  static CellOperation add(ObjectNode data) {
    return new CellOperation.Add(UUID.fromString(data.get("id").textValue()), data);
  }

  static CellOperation update(ObjectNode data) {
    return new CellOperation.Update(UUID.fromString(data.get("id").textValue()), data);
  }

  static CellOperation remove(UUID id) {
    return new CellOperation.Remove(id);
  }
}
