package tmi.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// Turns the short form of the data (key, label, place) into cells of the contract. A key always
/// gives the same id, so that threats can name their cell.
final class Cells {
  private static final List<String> PORTS = List.of("top", "right", "bottom", "left");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Cells() {}

  static UUID id(String key) {
    return UUID.nameUUIDFromBytes(("tmi demo " + key).getBytes(StandardCharsets.UTF_8));
  }

  static ArrayNode of(JsonNode diagram) {
    ArrayNode cells = JSON.arrayNode();
    diagram.get("nodes").forEach(node -> cells.add(node(node)));
    diagram.get("flows").forEach(flow -> cells.add(flow(flow)));
    return cells;
  }

  private static ObjectNode node(JsonNode node) {
    String shape = node.get("shape").asText();
    ObjectNode cell = cell(node, shape);
    for (String name : List.of("x", "y", "width", "height")) {
      cell.set(name, node.get(name));
    }
    if (node.has("parent")) {
      cell.put("parent", id(node.get("parent").asText()).toString());
    }
    ObjectNode attrs = cell.putObject("attrs");
    attrs.set("body", body(shape));
    attrs.putObject("text").put("text", node.get("label").asText()).put("fontSize", 12);
    if (!shape.equals("text-box")) {
      cell.set("ports", ports());
    }
    return cell;
  }

  private static ObjectNode flow(JsonNode flow) {
    ObjectNode cell = cell(flow, "flow");
    cell.set("source", end(flow, "source"));
    cell.set("target", end(flow, "target"));
    cell.set("vertices", flow.has("vertices") ? flow.get("vertices") : JSON.arrayNode());
    ObjectNode label = cell.putArray("labels").addObject().put("position", 0.5);
    label.putObject("attrs").putObject("text").put("text", flow.get("label").asText());
    ObjectNode line =
        cell.putObject("attrs").putObject("line").put("stroke", "#000000").put("strokeWidth", 2);
    line.putObject("targetMarker").put("name", "classic").put("size", 8);
    return cell;
  }

  private static ObjectNode cell(JsonNode from, String shape) {
    ObjectNode cell =
        JSON.objectNode().put("id", id(from.get("key").asText()).toString()).put("shape", shape);
    cell.putObject("data").putArray("_metadata");
    return cell;
  }

  private static ObjectNode end(JsonNode flow, String side) {
    return JSON.objectNode()
        .put("cell", id(flow.get(side).asText()).toString())
        .put("port", flow.get(side + "_port").asText());
  }

  private static ObjectNode body(String shape) {
    ObjectNode body = JSON.objectNode();
    if (shape.equals("text-box")) {
      return body.put("fill", "transparent").put("stroke", "none").put("strokeWidth", 0);
    }
    body.put("fill", "#FFFFFF").put("stroke", "#000000").put("strokeWidth", 2);
    return shape.equals("security-boundary") ? body.put("strokeDasharray", "5,5") : body;
  }

  private static ObjectNode ports() {
    ObjectNode ports = JSON.objectNode();
    ObjectNode groups = ports.putObject("groups");
    ArrayNode items = ports.putArray("items");
    for (String side : PORTS) {
      groups.putObject(side).put("position", side);
      items.addObject().put("group", side).put("id", side);
    }
    return ports;
  }
}
