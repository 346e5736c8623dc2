package tmi.diagram.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tmi.diagram.cell.Cell;
import tmi.diagram.rule.Refusal;
import tmi.diagram.rule.Refused;

/// What cells say about each other: ends of flows, parents, lists of children.
final class References {
  private References() {}

  /// Takes away the flows of removed nodes and lifts their children to the nearest parent that is
  /// left.
  static void cascade(Draft draft) {
    Map<UUID, Placed> removed =
        draft.removed().stream().collect(Collectors.toMap(Placed::id, Function.identity()));
    if (removed.isEmpty()) {
      return;
    }
    for (Placed placed : draft.all()) {
      Cell cell = placed.cell();
      if (cell.isEdge()) {
        if (endsAt(cell, removed.keySet())) {
          draft.remove(cell.id());
        }
      } else if (cell.parent().filter(removed::containsKey).isPresent()) {
        draft.change(withParent(cell, survivor(cell.parent(), removed)));
      }
    }
  }

  static boolean endsAt(Cell edge, Set<UUID> cells) {
    return edge.source().filter(cells::contains).isPresent()
        || edge.target().filter(cells::contains).isPresent();
  }

  private static Optional<UUID> survivor(Optional<UUID> parent, Map<UUID, Placed> removed) {
    Set<UUID> seen = new HashSet<>();
    Optional<UUID> candidate = parent;
    while (candidate.isPresent() && removed.containsKey(candidate.get())) {
      if (!seen.add(candidate.get())) {
        return Optional.empty();
      }
      candidate = removed.get(candidate.get()).cell().parent();
    }
    return candidate;
  }

  /// Refuses a flow that is new or was hung elsewhere when one of its ends is not there.
  static void requireEnds(Draft draft) {
    for (Placed placed : draft.kept()) {
      Cell cell = placed.cell();
      if (cell.isEdge()
          && !hasSameEnds(cell, draft.before(cell.id()))
          && !hasBothEnds(draft, cell)) {
        throw new Refused(
            Refusal.conflict(
                "flow_end_missing", "a flow needs both cells that it connects", cell.id()));
      }
    }
  }

  private static boolean hasSameEnds(Cell edge, Optional<Placed> before) {
    return before
        .map(Placed::cell)
        .filter(was -> was.source().equals(edge.source()) && was.target().equals(edge.target()))
        .isPresent();
  }

  static boolean hasBothEnds(Draft draft, Cell edge) {
    return edge.source().flatMap(draft::find).isPresent()
        && edge.target().flatMap(draft::find).isPresent();
  }

  /// Un-embeds touched nodes whose parent is missing, is a flow, or is inside the node itself.
  static void settleParents(Draft draft) {
    for (Placed placed : draft.kept()) {
      Cell cell = draft.find(placed.id()).orElseThrow().cell();
      if (!cell.isEdge() && cell.parent().isPresent() && !hasSoundParent(draft, cell)) {
        draft.change(withParent(cell, Optional.empty()));
      }
    }
  }

  private static boolean hasSoundParent(Draft draft, Cell node) {
    Optional<Cell> parent = node.parent().flatMap(draft::find).map(Placed::cell);
    if (parent.filter(cell -> !cell.isEdge()).isEmpty()) {
      return false;
    }
    Set<UUID> seen = new HashSet<>();
    for (Optional<Cell> up = parent;
        up.isPresent() && seen.add(up.get().id());
        up = up.get().parent().flatMap(draft::find).map(Placed::cell)) {
      if (up.get().id().equals(node.id())) {
        return false;
      }
    }
    return true;
  }

  /// Strikes nodes that left a parent off its stored list of children: the existing client would
  /// embed them again by it.
  static void strikeChildren(Draft draft) {
    for (UUID id : List.copyOf(draft.written().keySet())) {
      Optional<UUID> was = draft.before(id).flatMap(placed -> placed.cell().parent());
      Optional<UUID> now = draft.find(id).flatMap(placed -> placed.cell().parent());
      if (was.isPresent() && !was.equals(now)) {
        was.flatMap(draft::find).ifPresent(parent -> strike(draft, parent.cell(), id));
      }
    }
  }

  private static void strike(Draft draft, Cell parent, UUID child) {
    ArrayNode left = parent.data().arrayNode();
    JsonNode listed = parent.data().path("children");
    for (JsonNode id : listed) {
      if (!id.asText("").equals(child.toString())) {
        left.add(id);
      }
    }
    if (left.size() < listed.size()) {
      ObjectNode data = parent.data().deepCopy();
      data.set("children", left);
      draft.change(new Cell(parent.id(), data));
    }
  }

  private static Cell withParent(Cell cell, Optional<UUID> parent) {
    ObjectNode data = cell.data().deepCopy();
    data.set(
        "parent",
        parent.<JsonNode>map(id -> TextNode.valueOf(id.toString())).orElse(NullNode.instance));
    return new Cell(cell.id(), data);
  }
}
