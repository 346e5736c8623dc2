package tmi.diagram.merge;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tmi.diagram.cell.Cell;
import tmi.diagram.operation.CellOperation;
import tmi.diagram.operation.Change;
import tmi.diagram.operation.Intent;
import tmi.diagram.rule.CellRules;
import tmi.diagram.rule.Limits;
import tmi.diagram.rule.Reason;
import tmi.diagram.rule.Refusal;
import tmi.diagram.rule.Refused;

/// Drafts a live edit: what its author changed against what he knew, put on top of what is there.
final class Editing {
  private final Draft draft;
  private final Past past;
  private final UUID author;
  private final long base;

  private Editing(Draft draft, Past past, UUID author, long base) {
    this.draft = draft;
    this.past = past;
    this.author = author;
    this.base = base;
  }

  static Draft draft(Sheet sheet, Past past, UUID author, Intent.Edit edit) {
    Draft draft = new Draft(sheet);
    Editing editing = new Editing(draft, past, author, edit.baseVector());
    requireDistinct(edit.cells());
    edit.cells().forEach(editing::take);
    References.cascade(draft);
    References.requireEnds(draft);
    References.settleParents(draft);
    References.strikeChildren(draft);
    if (draft.count() > Limits.CELLS && draft.count() > sheet.count()) {
      throw new Refused(
          Refusal.invalid(
              "too_many_cells", "a diagram must have at most " + Limits.CELLS + " cells"));
    }
    return draft;
  }

  /// A cell stands once in an operation: which of two steps was meant nobody can know, and a step
  /// that is dropped must not be acknowledged.
  private static void requireDistinct(List<CellOperation> cells) {
    if (cells.isEmpty()) {
      throw new Refused(
          new Refusal(
              Reason.EMPTY_OPERATION,
              "empty_cell_operations",
              "operation.cells must have at least one entry",
              List.of(),
              false));
    }
    if (cells.size() > Limits.CELLS_AN_OPERATION) {
      throw new Refused(
          Refusal.invalid(
              "too_many_cells",
              "an operation must have at most " + Limits.CELLS_AN_OPERATION + " cells"));
    }
    Set<UUID> seen = new HashSet<>();
    for (CellOperation cell : cells) {
      if (!seen.add(cell.id())) {
        throw new Refused(
            Refusal.invalid(
                "repeated_cell_id", "operation.cells must name each cell once", cell.id()));
      }
    }
  }

  private void take(CellOperation operation) {
    switch (operation) {
      case CellOperation.Add(UUID id, ObjectNode data) -> put(id, data);
      case CellOperation.Update(UUID id, ObjectNode data) -> {
        if (draft.before(id).isEmpty()) {
          throw new Refused(
              Refusal.conflict("update_nonexistent_cell", "the cell is not there any more", id));
        }
        put(id, data);
      }
      case CellOperation.Remove(UUID id) -> draft.remove(id);
    }
  }

  private void put(UUID id, ObjectNode data) {
    if (data.has("id") && !data.path("id").asText("").equalsIgnoreCase(id.toString())) {
      throw new Refused(
          Refusal.invalid("cell_id_mismatch", "data.id must be the id of the cell", id));
    }
    draft
        .before(id)
        .ifPresentOrElse(
            now -> change(now.cell(), data),
            () -> draft.append(CellRules.repair(data.deepCopy().put("id", id.toString()))));
  }

  private void change(Cell now, ObjectNode data) {
    ObjectNode known = past.viewOfNamed(now.id(), now.data(), author, base);
    ObjectNode meant = meant(now, data, known);
    List<Change> claims = Difference.between(known, meant);
    draft.change(changed(now, claims));
    draft.claim(now.id(), claims);
  }

  /// The cell that the author wants to see: data with `attrs` is the whole of it.
  private static ObjectNode meant(Cell now, ObjectNode data, ObjectNode known) {
    ObjectNode sent = CellRules.repairPart(now.id(), data, now.shape());
    if (!data.path("attrs").isObject()) {
      Unsent.keep(sent, known);
      return known.deepCopy().setAll(sent);
    }
    Unsent.keep(sent, known);
    if (!now.isEdge() && !sent.has("parent")) {
      sent.set("parent", NullNode.instance);
    }
    return sent;
  }

  /// A cell with these changes made, whole and sound again.
  static Cell changed(Cell now, List<Change> changes) {
    ObjectNode result = now.data().deepCopy();
    changes.forEach(change -> Paths.write(result, change));
    return CellRules.complete(now.id(), result);
  }
}
