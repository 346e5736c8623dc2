package tmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/// Cells and operations as a browser sends them.
final class Drawing {
  private Drawing() {}

  static ObjectNode process(String id, String label, int x, int y) {
    ObjectNode cell = JsonNodeFactory.instance.objectNode().put("id", id).put("shape", "process");
    cell.putObject("position").put("x", x).put("y", y);
    cell.putObject("size").put("width", 140).put("height", 60);
    ObjectNode attrs = cell.putObject("attrs");
    attrs.putObject("body").put("fill", "#FFFFFF");
    attrs.putObject("text").put("text", label);
    cell.putObject("data").putArray("_metadata");
    return cell;
  }

  static ObjectNode add(ObjectNode cell) {
    return change("add", cell.get("id").asText(), cell);
  }

  /// What the existing client sends after a drag: geometry only.
  static ObjectNode move(String id, int x, int y) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("id", id).put("shape", "process");
    data.putObject("position").put("x", x).put("y", y);
    data.putObject("size").put("width", 140).put("height", 60);
    return change("update", id, data);
  }

  static ObjectNode remove(String id) {
    return JsonNodeFactory.instance.objectNode().put("id", id).put("operation", "remove");
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  static JsonNode cell(JsonNode diagram, String id) {
    for (JsonNode cell : diagram.get("cells")) {
      if (cell.get("id").asText().equals(id)) {
        return cell;
      }
    }
    return JsonNodeFactory.instance.missingNode();
  }

  private static ObjectNode change(String verb, String id, JsonNode data) {
    ObjectNode change = JsonNodeFactory.instance.objectNode().put("id", id).put("operation", verb);
    change.set("data", data);
    return change;
  }
}
