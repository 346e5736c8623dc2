package tmi.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Puts the parts together. What cannot be together is named, all of it at once.
final class JoinedDocument {
  /// Two parts contradict each other.
  static final class Contradiction extends RuntimeException {
    Contradiction(List<String> faults) {
      super("The documents cannot be joined:\n  - " + String.join("\n  - ", faults));
    }
  }

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final List<String> faults = new ArrayList<>();
  private final Map<String, String> operations = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final ObjectNode paths = NODES.objectNode();
  private final ObjectNode components = NODES.objectNode();
  private final Set<String> tags = new TreeSet<>();

  /// @param parts canonical documents by the name of their service
  static ObjectNode of(Map<String, ObjectNode> parts, String version) {
    JoinedDocument joined = new JoinedDocument();
    parts.forEach(joined::add);
    if (!joined.faults.isEmpty()) {
      throw new Contradiction(joined.faults);
    }
    return joined.document(version);
  }

  private void add(String service, ObjectNode part) {
    part.path("paths")
        .properties()
        .forEach(path -> addPath(service, path.getKey(), path.getValue()));
    part.path("components")
        .properties()
        .forEach(kind ->
            kind.getValue()
                .properties()
                .forEach(c -> addComponent(service, kind.getKey(), c.getKey(), c.getValue())));
  }

  private void addPath(String service, String path, JsonNode item) {
    ObjectNode joined = paths.withObjectProperty(path);
    item.properties()
        .forEach(entry -> {
          String owner = owners.putIfAbsent(path + " " + entry.getKey(), service);
          if (owner != null) {
            faults.add(
                "%s and %s both answer %s %s; one of them has to give it up"
                    .formatted(owner, service, entry.getKey(), path));
          }
          joined.set(entry.getKey(), entry.getValue());
          if (METHODS.contains(entry.getKey())) {
            addOperation(service, entry.getKey() + " " + path, entry.getValue());
          }
        });
  }

  private void addOperation(String service, String what, JsonNode operation) {
    operation.path("tags").forEach(tag -> tags.add(tag.asText()));
    String id = operation.path("operationId").asText();
    if (id.isEmpty()) {
      faults.add(
          "%s has no operationId (%s); set @Operation(operationId = …)".formatted(what, service));
      return;
    }
    String other = operations.putIfAbsent(id, what);
    if (other != null) {
      faults.add("operationId %s stands on %s and on %s".formatted(id, other, what));
    }
  }

  private void addComponent(String service, String kind, String name, JsonNode component) {
    ObjectNode joined = components.withObjectProperty(kind);
    JsonNode present = joined.get(name);
    if (present == null) {
      joined.set(name, component);
      owners.put(kind + "/" + name, service);
    } else if (!present.equals(component)) {
      faults.add(
          "%s/%s differs between %s and %s; make them equal or rename one with @Schema(name = …):%n      %s%n      %s"
              .formatted(kind, name, owners.get(kind + "/" + name), service, present, component));
    }
  }

  private ObjectNode document(String version) {
    ObjectNode document = NODES.objectNode();
    document.put("openapi", "3.0.3");
    document
        .putObject("info")
        .put("title", "TMI")
        .put("description", "Threat modeling, together: models, diagrams, threats, live sessions.")
        .put("version", version)
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    document.putArray("servers").addObject().put("url", "/");
    ArrayNode named = document.putArray("tags");
    tags.forEach(tag -> named.addObject().put("name", tag));
    document.putArray("security").addObject().putArray("bearerAuth");
    document.set("paths", paths);
    document.set("components", components);
    ObjectNode canonical = Canonical.of(document);
    document.set("paths", canonical.get("paths"));
    document.set("components", canonical.get("components"));
    return document;
  }
}
