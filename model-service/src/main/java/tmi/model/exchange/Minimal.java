package tmi.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tmi.model.metadata.Metadata;
import tmi.model.threatmodel.ThreatModel;

/// What a diagram says, as a tree: the model it belongs to, its cells with labels and nesting, no
/// geometry and no colours. Keys stand in alphabetical order. Plain trees only.
final class Minimal {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private final Map<String, List<JsonNode>> children = new HashMap<>();

  private Minimal(List<JsonNode> cells) {
    for (JsonNode cell : cells) {
      if (!isFlow(cell) && cell.path("parent").isTextual()) {
        children.computeIfAbsent(cell.path("parent").asText(), p -> new ArrayList<>()).add(cell);
      }
    }
  }

  /// `assets` is empty: a threat model has none to refer to yet, and unknown ids are left out.
  static ObjectNode of(ThreatModel model, List<JsonNode> cells) {
    Minimal minimal = new Minimal(cells);
    ObjectNode tree = JSON.objectNode();
    tree.putArray("assets");
    ArrayNode all = tree.putArray("cells");
    cells.forEach(cell -> all.add(isFlow(cell) ? flow(cell) : minimal.node(cell)));
    tree.put("description", model.description() == null ? "" : model.description());
    tree.put("id", model.id().toString());
    ObjectNode metadata = tree.putObject("metadata");
    for (Metadata pair : model.metadata()) {
      metadata.put(pair.key(), pair.value());
    }
    return tree.put("name", model.name());
  }

  private ObjectNode node(JsonNode cell) {
    List<JsonNode> inside = children.getOrDefault(cell.path("id").asText(), List.of());
    String shape = cell.path("shape").asText();
    ObjectNode node = JSON.objectNode();
    ArrayNode ids = node.putArray("children");
    inside.forEach(child -> ids.add(child.path("id")));
    if (!shape.equals("text-box") && !shape.equals("security-boundary")) {
      assets(cell, node);
    }
    node.set("id", cell.path("id"));
    ArrayNode labels = node.putArray("labels");
    label(cell.at("/attrs/text/text"), labels);
    inside.stream()
        .filter(child -> child.path("shape").asText().equals("text-box"))
        .forEach(box -> label(box.at("/attrs/text/text"), labels));
    node.set("metadata", metadata(cell));
    if (cell.path("parent").isTextual()) {
      node.set("parent", cell.path("parent"));
    }
    node.put(
        "security_boundary",
        shape.equals("security-boundary") || cell.at("/data/security_boundary").asBoolean(false));
    return node.put("shape", shape);
  }

  private static ObjectNode flow(JsonNode cell) {
    ObjectNode flow = JSON.objectNode();
    assets(cell, flow);
    flow.set("id", cell.path("id"));
    ArrayNode labels = flow.putArray("labels");
    cell.path("labels").forEach(label -> label(label.at("/attrs/text/text"), labels));
    flow.set("metadata", metadata(cell));
    flow.put("shape", "flow");
    flow.set("source", end(cell.path("source")));
    flow.set("target", end(cell.path("target")));
    return flow;
  }

  private static ObjectNode end(JsonNode sent) {
    ObjectNode end = JSON.objectNode();
    end.set("cell", sent.path("cell"));
    if (sent.path("port").isTextual()) {
      end.set("port", sent.path("port"));
    }
    return end;
  }

  private static void assets(JsonNode cell, ObjectNode into) {
    JsonNode assets = cell.at("/data/data_assets");
    if (assets.isArray() && !assets.isEmpty()) {
      into.set("data_asset_ids", assets);
    }
  }

  private static ObjectNode metadata(JsonNode cell) {
    ObjectNode metadata = JSON.objectNode();
    for (JsonNode pair : cell.at("/data/_metadata")) {
      metadata.put(pair.path("key").asText(), pair.path("value").asText());
    }
    return metadata;
  }

  private static void label(JsonNode text, ArrayNode labels) {
    if (text.isTextual() && !text.asText().isEmpty()) {
      labels.add(text);
    }
  }

  private static boolean isFlow(JsonNode cell) {
    return cell.path("shape").asText().equals("flow");
  }
}
