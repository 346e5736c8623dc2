package tmi.diagram.store.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tmi.diagram.cell.Ids;
import tmi.diagram.cell.Spelling;
import tmi.diagram.merge.Done;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.CellChange;
import tmi.diagram.operation.CellOperation;
import tmi.diagram.operation.Change;
import tmi.diagram.operation.Intent;
import tmi.diagram.operation.Verb;
import tmi.diagram.store.log.CellLog;

/// What must be read before operations can be merged.
///
/// @param named cells that are written or referred to
/// @param removed cells whose flows and children must be known
/// @param written who writes which cell, knowing what
record Need(Set<UUID> named, Set<UUID> removed, List<CellLog.Written> written) {

  static Need ofEdits(Collection<Batch> batches) {
    Need need = new Need(new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
    for (Batch batch : batches) {
      if (batch.intent() instanceof Intent.Edit edit) {
        edit.cells().forEach(cell -> need.addEdit(cell, edit.baseVector(), batch.author()));
      }
    }
    return need;
  }

  private void addEdit(CellOperation operation, long base, UUID author) {
    named.add(operation.id());
    switch (operation) {
      case CellOperation.Add add -> addWritten(add.id(), add.data(), base, author);
      case CellOperation.Update update -> addWritten(update.id(), update.data(), base, author);
      case CellOperation.Remove remove -> removed.add(remove.id());
    }
  }

  private void addWritten(
      UUID id, com.fasterxml.jackson.databind.node.ObjectNode data, long base, UUID author) {
    written.add(new CellLog.Written(id, base, author));
    addReferences(Spelling.of(data));
  }

  private void addReferences(JsonNode cell) {
    Ids.parse(cell.path("parent")).ifPresent(named::add);
    Ids.parse(cell.path("source").path("cell")).ifPresent(named::add);
    Ids.parse(cell.path("target").path("cell")).ifPresent(named::add);
  }

  static Need ofInverses(Collection<Done> candidates) {
    Need need = new Need(new LinkedHashSet<>(), new LinkedHashSet<>(), List.of());
    candidates.stream().flatMap(done -> done.changes().stream()).forEach(need::addInverse);
    return need;
  }

  private void addInverse(CellChange change) {
    named.add(change.cellId());
    if (change.verb() == Verb.ADD) {
      removed.add(change.cellId());
    }
    for (Change each : change.changes()) {
      each.before().ifPresent(before -> addBefore(each.path(), before));
    }
  }

  /// A place that gets its old value back may refer to a cell again.
  private void addBefore(String path, JsonNode before) {
    switch (path) {
      case "" -> addReferences(before);
      case "/source", "/target" -> Ids.parse(before.path("cell")).ifPresent(named::add);
      case "/parent", "/source/cell", "/target/cell" -> Ids.parse(before).ifPresent(named::add);
      default -> Optional.empty();
    }
  }
}
