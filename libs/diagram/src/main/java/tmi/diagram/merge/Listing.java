package tmi.diagram.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.cell.Cell;
import tmi.diagram.operation.Change;
import tmi.diagram.rule.CellRules;
import tmi.diagram.rule.Limits;
import tmi.diagram.rule.Refusal;
import tmi.diagram.rule.Refused;

/// Drafts the replacement of a whole list of cells. With a base it is a three-way change, so that
/// what others did since then stays; without one the list is what is to be.
final class Listing {
  private final Sheet sheet;
  private final Past past;
  private final UUID author;
  private final Optional<Long> base;
  private final boolean complete;
  private final Draft draft;

  private Listing(Sheet sheet, Past past, UUID author, Merging.ListWrite write) {
    this.sheet = sheet;
    this.past = past;
    this.author = author;
    this.base = write.base();
    this.complete = write.complete();
    this.draft = new Draft(sheet);
  }

  static Draft draft(Sheet sheet, Past past, UUID author, Merging.ListWrite write) {
    Map<UUID, Cell> sent = read(write);
    Listing listing = new Listing(sheet, past, author, write);
    sent.values().forEach(listing::take);
    for (Placed placed : List.copyOf(sheet.loaded())) {
      if (!sent.containsKey(placed.id()) && listing.known(placed.id()).isPresent()) {
        listing.draft.remove(placed.id());
      }
    }
    References.cascade(listing.draft);
    Ordering.arrange(listing.draft, List.copyOf(sent.keySet()));
    if (listing.draft.count() > Limits.CELLS) {
      throw tooMany();
    }
    return listing.draft;
  }

  private static Map<UUID, Cell> read(Merging.ListWrite write) {
    if (write.cells().size() > Limits.CELLS) {
      throw tooMany();
    }
    Map<UUID, Cell> cells = LinkedHashMap.newLinkedHashMap(write.cells().size());
    for (JsonNode node : write.cells()) {
      Cell cell = write.strict() ? CellRules.strict(node) : CellRules.repair(node);
      if (cells.putIfAbsent(cell.id(), cell) != null && write.strict()) {
        throw new Refused(
            Refusal.invalid("repeated_cell_id", "cells must not repeat an id", cell.id()));
      }
    }
    return cells;
  }

  private static Refused tooMany() {
    return new Refused(
        Refusal.invalid("too_many_cells", "cells must have at most " + Limits.CELLS + " entries"));
  }

  /// The cell as the author knew it when he made the list.
  private Optional<ObjectNode> known(UUID id) {
    Optional<ObjectNode> now = sheet.find(id).map(placed -> placed.cell().data());
    return base.isPresent() ? past.view(id, now, author, base.get()) : now;
  }

  private void take(Cell sent) {
    Optional<Cell> now = sheet.find(sent.id()).map(Placed::cell);
    Optional<ObjectNode> known = known(sent.id());
    ObjectNode meant = sent.data();
    if (!complete && known.isPresent()) {
      meant = meant.deepCopy();
      Unsent.keep(meant, known.get());
    }
    List<Change> claims =
        Difference.between(known.orElseGet(JsonNodeFactory.instance::objectNode), meant);
    if (now.isPresent()) {
      draft.change(Editing.changed(now.get(), claims));
      draft.claim(sent.id(), claims);
    } else if (known.isEmpty()) {
      draft.append(sent);
    } else if (!claims.isEmpty()) {
      throw new Refused(
          Refusal.conflict(
              "update_nonexistent_cell", "a changed cell is not there any more", sent.id()));
    }
  }
}
