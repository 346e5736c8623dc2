package tmi.diagram.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tmi.diagram.cell.Cell;
import tmi.diagram.cell.Ids;
import tmi.diagram.cell.Spelling;

/// Looks at single cells. `strict` refuses what breaks the published schema, as PUT does; `repair`
/// gives the nearest cell that keeps it, as PATCH and live operations do. What cannot be repaired
/// (no id, no shape, a flow without ends) is refused either way.
public final class CellRules {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> NODES =
      Set.of("actor", "process", "store", "security-boundary", "text-box");
  private static final List<String> GEOMETRY = List.of("x", "y", "width", "height");
  private static final List<String> SIDES = List.of("top", "right", "bottom", "left");
  private static final int START_SIZE = 80;

  private CellRules() {}

  /// The whole cell in stored form; throws `Refused` for every breach of the schema.
  public static Cell strict(JsonNode sent) {
    UUID id = idOf(sent);
    Faults faults = new Faults(id);
    ObjectNode spelled = Spelling.of((ObjectNode) sent);
    if (!isEdge(spelled) && !GEOMETRY.stream().allMatch(key -> spelled.path(key).isNumber())) {
      faults.add("geometry", "needs x, y, width and height, or position and size");
    }
    Cell cell = complete(id, kept(spelled, faults), faults);
    faults.mustBeEmpty();
    return cell;
  }

  /// The whole cell in stored form, repaired where it breaks the schema.
  public static Cell repair(JsonNode sent) {
    UUID id = idOf(sent);
    Faults faults = new Faults(id);
    return complete(id, kept(Spelling.of((ObjectNode) sent), faults), faults);
  }

  /// Some keys of a cell in stored spelling, repaired, nothing added; `shape` tells what it is a
  /// part of when the part itself does not.
  public static ObjectNode repairPart(UUID id, ObjectNode sent, String shape) {
    limitDepth(id, sent);
    ObjectNode part = sent.deepCopy();
    if (!part.has("shape")) {
      part.put("shape", shape);
    }
    ObjectNode kept = kept(Spelling.of(part), new Faults(id));
    kept.put("id", id.toString());
    return kept;
  }

  /// A cell in stored spelling made whole: what must be there is, what its shape does not know is
  /// left out (it may have had another shape), what cannot be is refused.
  public static Cell complete(UUID id, ObjectNode spelled) {
    Faults faults = new Faults(id);
    return complete(id, kept(spelled, faults), faults);
  }

  private static UUID idOf(JsonNode sent) {
    if (!sent.isObject()) {
      throw new Refused(Refusal.invalid("invalid_cell", "a cell must be an object"));
    }
    UUID id =
        Ids.parse(sent.path("id"))
            .orElseThrow(
                () -> new Refused(Refusal.invalid("invalid_cell_id", "cell id must be a UUID")));
    limitDepth(id, sent);
    return id;
  }

  /// Deep trees could be stored, but not read again by everybody.
  private static void limitDepth(UUID id, JsonNode sent) {
    if (isDeeperThan(sent, Limits.DEPTH)) {
      throw new Refused(
          Refusal.invalid(
              "invalid_cell", "a cell must be nested at most " + Limits.DEPTH + " levels", id));
    }
  }

  private static boolean isDeeperThan(JsonNode node, int levels) {
    if (!node.isContainerNode()) {
      return false;
    }
    if (levels == 0) {
      return true;
    }
    for (JsonNode child : node) {
      if (isDeeperThan(child, levels - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEdge(ObjectNode cell) {
    return cell.path("shape").asText("").equals("flow");
  }

  private static ObjectNode kept(ObjectNode spelled, Faults faults) {
    Rule rule = isEdge(spelled) ? CellSchema.EDGE : CellSchema.NODE;
    return (ObjectNode) rule.check(spelled, "", faults).orElseThrow();
  }

  private static Cell complete(UUID id, ObjectNode cell, Faults faults) {
    cell.put("id", id.toString());
    String shape = cell.path("shape").asText("");
    if (shape.equals("flow")) {
      completeEdge(cell, faults);
    } else if (NODES.contains(shape)) {
      completeNode(cell);
    } else {
      throw faults.refuse(
          "shape",
          "must be one of " + String.join(", ", NODES.stream().sorted().toList()) + ", flow");
    }
    return new Cell(id, cell);
  }

  private static void completeEdge(ObjectNode cell, Faults faults) {
    for (String end : List.of("source", "target")) {
      if (!cell.path(end).isObject()) {
        throw faults.refuse(end, "must name a cell");
      }
    }
  }

  private static void completeNode(ObjectNode cell) {
    for (String key : GEOMETRY) {
      if (!cell.path(key).isNumber()) {
        cell.put(key, key.length() == 1 ? 0 : START_SIZE);
      }
    }
    if (!cell.has("parent")) {
      cell.set("parent", NullNode.instance);
    }
    if (cell.path("ports") instanceof ObjectNode ports && !ports.has("groups")) {
      ObjectNode groups = JSON.objectNode();
      SIDES.forEach(side -> groups.putObject(side).put("position", side));
      ports.set("groups", groups);
    }
  }
}
