package tmi.diagram.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Brings a cell as sent into the stored spelling: flat geometry instead of nested, objects instead
/// of the bare words of older clients, one spelling of shapes and numbers. Says nothing about right
/// or wrong, adds no defaults, keeps unknown keys, never touches what it is given. Doing it twice
/// is doing it once.
public final class Spelling {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> PLACE = List.of("x", "y");
  private static final List<String> SIZE = List.of("width", "height");

  private Spelling() {}

  /// The same cell in the stored spelling, as a tree of its own.
  public static ObjectNode of(ObjectNode sent) {
    ObjectNode cell = (ObjectNode) Canonical.of(sent);
    spellShape(cell);
    spellData(cell);
    if (cell.path("shape").asText("").equals("flow")) {
      spellEnd(cell, "source");
      spellEnd(cell, "target");
      spellMarkers(cell.path("attrs").path("line"));
    } else {
      spellGeometry(cell);
      spellParent(cell);
      spellPorts(cell);
    }
    return cell;
  }

  private static void spellShape(ObjectNode cell) {
    if (cell.path("shape").isTextual()) {
      String shape = cell.get("shape").textValue().toLowerCase(java.util.Locale.ROOT);
      cell.put(
          "shape",
          switch (shape) {
            case "edge" -> "flow";
            case "textbox", "text_box" -> "text-box";
            case "security_boundary" -> "security-boundary";
            default -> shape;
          });
    } else if (!cell.has("shape") && cell.has("source") && cell.has("target")) {
      cell.put("shape", "flow");
    }
  }

  /// Older data is a list of key and value pairs.
  private static void spellData(ObjectNode cell) {
    if (!cell.path("data").isArray()) {
      return;
    }
    ObjectNode data = JSON.objectNode();
    for (JsonNode pair : cell.get("data")) {
      if (pair.path("key").isTextual() && pair.has("value")) {
        data.set(pair.get("key").textValue(), pair.get("value"));
      }
    }
    cell.set("data", data);
  }

  private static void spellGeometry(ObjectNode cell) {
    JsonNode older = cell.path("geometry");
    JsonNode position = cell.path("position").isObject() ? cell.path("position") : older;
    JsonNode size = cell.path("size").isObject() ? cell.path("size") : older;
    boolean flat = hasNumbers(cell, PLACE) && hasNumbers(cell, SIZE);
    boolean nested = hasNumbers(position, PLACE) && hasNumbers(size, SIZE);
    take(cell, position, PLACE, nested && !flat);
    take(cell, size, SIZE, nested && !flat);
    dropObject(cell, "position");
    dropObject(cell, "size");
    if (hasNumbers(older, PLACE)) {
      cell.remove("geometry");
    }
  }

  private static void take(ObjectNode cell, JsonNode from, List<String> keys, boolean wins) {
    for (String key : keys) {
      if (from.has(key) && (wins || !cell.has(key))) {
        cell.set(key, from.get(key));
      }
    }
  }

  private static boolean hasNumbers(JsonNode from, List<String> keys) {
    return keys.stream().allMatch(key -> from.path(key).isNumber());
  }

  private static void dropObject(ObjectNode cell, String key) {
    if (cell.path(key).isObject() || cell.path(key).isNull()) {
      cell.remove(key);
    }
  }

  private static void spellParent(ObjectNode cell) {
    if (cell.path("parent").isTextual() && cell.get("parent").textValue().isEmpty()) {
      cell.set("parent", NullNode.instance);
    }
  }

  /// Live messages carry the bare list of items.
  private static void spellPorts(ObjectNode cell) {
    if (cell.path("ports").isArray()) {
      JsonNode items = cell.get("ports");
      cell.putObject("ports").set("items", items);
    }
  }

  private static void spellEnd(ObjectNode cell, String end) {
    JsonNode bare = cell.path(end).isTextual() ? cell.get(end) : cell.path(end + "NodeId");
    if (bare.isTextual() && !cell.path(end).isObject()) {
      ObjectNode spelled = JSON.objectNode();
      spelled.set("cell", bare);
      if (cell.path(end + "PortId").isTextual()) {
        spelled.set("port", cell.get(end + "PortId"));
      }
      cell.set(end, spelled);
    }
    cell.remove(List.of(end + "NodeId", end + "PortId"));
  }

  private static void spellMarkers(JsonNode line) {
    if (line instanceof ObjectNode attributes) {
      for (String marker : List.of("sourceMarker", "targetMarker")) {
        if (attributes.path(marker).isTextual()) {
          JsonNode name = attributes.get(marker);
          attributes.putObject(marker).set("name", name);
        }
      }
    }
  }
}
