package tmi.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The joined OpenAPI document, as the gateway serves it.
final class ApiDocument {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private final JsonNode root;

  ApiDocument(JsonNode root) {
    this.root = root;
  }

  JsonNode root() {
    return root;
  }

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(one -> {
                  if (METHODS.contains(one.getKey())) {
                    String method = one.getKey().toUpperCase(Locale.ROOT);
                    all.add(new Operation(method, path.getKey(), one.getValue()));
                  }
                }));
    return List.copyOf(all);
  }

  /// Follows `$ref` to what it names.
  JsonNode resolve(JsonNode node) {
    JsonNode at = node;
    while (at.has("$ref")) {
      at = root.at(at.get("$ref").asText().substring(1));
    }
    return at;
  }
}
