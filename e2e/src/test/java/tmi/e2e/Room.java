package tmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A threat model with one diagram, shared, and a session on it.
///
/// @param model id of the threat model
/// @param diagram id of the diagram
/// @param session the session as its host was told
record Room(String model, String diagram, JsonNode session) {

  /// The owner creates all of it and lets the others write.
  static Room open(Visitor owner, String name, String... writers) {
    ObjectNode wanted =
        JsonNodeFactory.instance.objectNode().put("name", name).put("description", "");
    ArrayNode authorization = wanted.putArray("authorization");
    for (String writer : writers) {
      authorization.add(grant(writer, "writer"));
    }
    String model = owner.post("/threat_models", wanted).get("id").asText();
    ObjectNode diagram =
        JsonNodeFactory.instance.objectNode().put("name", "Flows").put("type", "DFD-1.0.0");
    String diagramId =
        owner.post("/threat_models/" + model + "/diagrams", diagram).get("id").asText();
    String path = "/threat_models/" + model + "/diagrams/" + diagramId;
    return new Room(model, diagramId, owner.post(path + "/collaborate", "{}"));
  }

  static ObjectNode grant(String person, String role) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("principal_type", "user")
        .put("provider", "tmi")
        .put("provider_id", person)
        .put("role", role);
  }

  String path() {
    return "/threat_models/" + model + "/diagrams/" + diagram;
  }

  /// The diagram as REST shows it.
  JsonNode content(Visitor person) {
    return person.get(path());
  }
}
