package tmi.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// One order for every document, whatever order the generator found the classes in, and no detours
/// over components that only name a form.
final class Canonical {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> FORMS = Set.of("uuid", "date-time", "date", "uri");
  private static final Set<String> SORTED_LISTS = Set.of("required");

  private Canonical() {}

  static ObjectNode of(ObjectNode document) {
    ObjectNode inlined = (ObjectNode) inline(document, document.path("components").path("schemas"));
    dropUnused(inlined);
    return (ObjectNode) sorted(inlined, "");
  }

  /// A reference to `UUID` says less than the form itself.
  private static JsonNode inline(JsonNode node, JsonNode schemas) {
    if (node.isArray()) {
      ArrayNode copy = NODES.arrayNode();
      node.forEach(item -> copy.add(inline(item, schemas)));
      return copy;
    }
    if (!node.isObject()) {
      return node;
    }
    String name = schemaName(node.path("$ref").asText());
    JsonNode target = schemas.path(name);
    if (FORMS.contains(target.path("format").asText()) && !target.has("enum")) {
      return target;
    }
    ObjectNode copy = NODES.objectNode();
    node.properties().forEach(e -> copy.set(e.getKey(), inline(e.getValue(), schemas)));
    return copy;
  }

  private static void dropUnused(ObjectNode document) {
    ObjectNode schemas = (ObjectNode) document.path("components").get("schemas");
    boolean dropped = schemas != null;
    while (dropped) {
      Set<String> used = new TreeSet<>();
      collectNames(document, used);
      List<String> unused = new ArrayList<>();
      schemas.fieldNames().forEachRemaining(n -> unused.add(n));
      unused.removeAll(used);
      schemas.remove(unused);
      dropped = !unused.isEmpty();
    }
  }

  private static void collectNames(JsonNode node, Set<String> names) {
    if (node.has("$ref")) {
      names.add(schemaName(node.get("$ref").asText()));
    }
    node.path("discriminator").path("mapping").forEach(ref -> names.add(schemaName(ref.asText())));
    node.forEach(child -> collectNames(child, names));
  }

  private static JsonNode sorted(JsonNode node, String name) {
    if (node.isArray()) {
      List<JsonNode> items = new ArrayList<>();
      node.forEach(item -> items.add(sorted(item, "")));
      if (name.equals("security")) {
        items.removeIf(JsonNode::isEmpty); // "or nothing at all" is how the generator says: public
      } else if (SORTED_LISTS.contains(name)) {
        items.sort(Comparator.comparing(JsonNode::asText));
      } else if (name.equals("parameters")) {
        items.sort(
            Comparator.comparing(p -> p.path("in").asText() + " " + p.path("name").asText()));
      }
      return NODES.arrayNode().addAll(items);
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode copy = NODES.objectNode();
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    names.forEach(n -> copy.set(n, sorted(node.get(n), n)));
    return copy;
  }

  private static String schemaName(String ref) {
    String prefix = "#/components/schemas/";
    return ref.startsWith(prefix) ? ref.substring(prefix.length()) : "";
  }
}
