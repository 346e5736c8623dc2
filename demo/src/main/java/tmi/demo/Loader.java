package tmi.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Creates the threat model, its diagram and its threats, telling each step.
final class Loader {
  private final Api api;
  private final Consumer<String> tell;

  Loader(Api api, Consumer<String> tell) {
    this.api = api;
    this.tell = tell;
  }

  /// The id of the demo's threat model, created unless the person already owns it.
  String load(JsonNode data) throws IOException, InterruptedException {
    JsonNode model = data.get("threat_model");
    String known = find(model.get("name").asText());
    if (known != null) {
      tell.accept("The demo is there already; nothing was changed.");
      return known;
    }
    String id = api.post("/threat_models", model).get("id").asText();
    tell.accept("Threat model created: " + model.get("name").asText());
    String diagram = diagram(id, data.get("diagram"));
    for (JsonNode threat : data.get("threats")) {
      api.post("/threat_models/" + id + "/threats", threat(threat, diagram));
    }
    tell.accept(data.get("threats").size() + " threats recorded.");
    return id;
  }

  private String find(String name) throws IOException, InterruptedException {
    String query = "?limit=100&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    JsonNode me = api.get("/me");
    for (JsonNode model : api.get("/threat_models" + query).get("threat_models")) {
      boolean mine = me.get("provider_id").equals(model.path("owner").path("provider_id"));
      if (mine && model.get("name").asText().equals(name)) {
        return model.get("id").asText();
      }
    }
    return null;
  }

  private String diagram(String model, JsonNode diagram) throws IOException, InterruptedException {
    String path = "/threat_models/" + model + "/diagrams";
    ObjectNode made =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", diagram.get("name").asText())
            .put("type", "DFD-1.0.0");
    String id = api.post(path, made).get("id").asText();
    made.put("description", diagram.get("description").asText());
    made.set("cells", Cells.of(diagram));
    api.put(path + "/" + id, made);
    tell.accept("Diagram drawn: " + made.get("cells").size() + " cells.");
    return id;
  }

  private static ObjectNode threat(JsonNode threat, String diagram) {
    ObjectNode body = threat.deepCopy();
    String cell = body.remove("cell").asText();
    body.put("diagram_id", diagram).put("cell_id", Cells.id(cell).toString());
    JsonNode vector = body.remove("cvss");
    body.putArray("cvss")
        .addObject()
        .put("vector", vector.asText())
        .put("score", body.get("score").asDouble());
    return body;
  }
}
