package tmi.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/// Holds a JSON value against an OpenAPI 3.0 schema and names every difference with its place.
///
/// A small judge of our own: `nullable`, `readOnly` and `writeOnly` mean something in OpenAPI 3.0
/// that JSON Schema validators do not know.
final class SchemaCheck {
  private final JsonNode document;

  SchemaCheck(JsonNode document) {
    this.document = document;
  }

  List<String> check(JsonNode schema, JsonNode value) {
    List<String> problems = new ArrayList<>();
    check(schema, value, "$", problems);
    return problems;
  }

  /// Follows `$ref` to what it names.
  JsonNode resolve(JsonNode node) {
    JsonNode at = node;
    while (at.has("$ref")) {
      String ref = at.get("$ref").asText();
      at = document.at(ref.substring(1));
      if (at.isMissingNode()) {
        throw new IllegalStateException("the document has no " + ref);
      }
    }
    return at;
  }

  private void check(JsonNode declared, JsonNode value, String at, List<String> problems) {
    JsonNode schema = resolve(declared);
    if (value.isNull()) {
      if (!mayBeNull(schema)) {
        problems.add(at + " is null");
      }
      return;
    }
    if (!TypeCheck.hasType(schema, value)) {
      problems.add("%s is %s, not %s".formatted(at, value, schema.path("type").asText()));
      return;
    }
    TypeCheck.bounds(schema, value, at, problems);
    checkObject(schema, value, at, problems);
    checkArray(schema, value, at, problems);
    schema.path("allOf").forEach(part -> check(part, value, at, problems));
    checkOneOf(schema, value, at, problems);
  }

  /// A schema that says nothing about its type says nothing against null either.
  private boolean mayBeNull(JsonNode schema) {
    if (schema.path("nullable").asBoolean()) {
      return true;
    }
    for (String kind : List.of("oneOf", "anyOf")) {
      for (JsonNode part : schema.path(kind)) {
        if (mayBeNull(resolve(part))) {
          return true;
        }
      }
    }
    return !schema.has("type") && !schema.has("allOf") && !schema.has("oneOf");
  }

  private void checkObject(JsonNode schema, JsonNode value, String at, List<String> problems) {
    if (!value.isObject()) {
      return;
    }
    JsonNode properties = schema.path("properties");
    for (JsonNode name : schema.path("required")) {
      boolean hidden = resolve(properties.path(name.asText())).path("writeOnly").asBoolean();
      if (!hidden && !value.has(name.asText())) {
        problems.add("%s.%s is missing".formatted(at, name.asText()));
      }
    }
    JsonNode others = schema.path("additionalProperties");
    value
        .properties()
        .forEach(field -> {
          String place = at + "." + field.getKey();
          JsonNode known = properties.path(field.getKey());
          if (!known.isMissingNode()) {
            check(known, field.getValue(), place, problems);
          } else if (others.isObject()) {
            check(others, field.getValue(), place, problems);
          } else if (others.isBoolean() && !others.asBoolean()) {
            problems.add(place + " is not declared");
          }
        });
  }

  private void checkArray(JsonNode schema, JsonNode value, String at, List<String> problems) {
    if (value.isArray() && schema.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        check(schema.get("items"), value.get(i), "%s[%d]".formatted(at, i), problems);
      }
    }
  }

  /// The variant that the discriminator names; without one, any variant that fits.
  private void checkOneOf(JsonNode schema, JsonNode value, String at, List<String> problems) {
    JsonNode variants = schema.has("oneOf") ? schema.get("oneOf") : schema.path("anyOf");
    if (variants.isEmpty()) {
      return;
    }
    JsonNode named = discriminated(schema, value);
    if (!named.isMissingNode()) {
      check(named, value, at, problems);
      return;
    }
    List<String> all = new ArrayList<>();
    for (JsonNode variant : variants) {
      List<String> own = check(variant, value);
      if (own.isEmpty()) {
        return;
      }
      all.add(String.join(", ", own));
    }
    problems.add("%s fits no variant: %s".formatted(at, String.join(" | ", all)));
  }

  private JsonNode discriminated(JsonNode schema, JsonNode value) {
    JsonNode discriminator = schema.path("discriminator");
    String name = value.path(discriminator.path("propertyName").asText()).asText();
    String ref = discriminator.path("mapping").path(name).asText();
    return ref.startsWith("#") ? document.at(ref.substring(1)) : MissingNode.getInstance();
  }
}
