package tmi.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a JSON value that fits a schema, or nearly: each value, key and text in it may be
/// replaced by a hostile one. It is text and no tree, because repeated keys and huge numbers are
/// text only.
final class SchemaText {
  private static final int DEEPEST = 7;
  private final ApiDocument document;
  private final Words words;
  private final Dice dice;
  private final double hostility;

  /// @param hostility share of values that are replaced
  SchemaText(ApiDocument document, Words words, Dice dice, double hostility) {
    this.document = document;
    this.words = words;
    this.dice = dice;
    this.hostility = hostility;
  }

  String of(JsonNode schema) {
    StringBuilder out = new StringBuilder();
    write("", schema, 0, out);
    return out.toString();
  }

  private void write(String name, JsonNode declared, int depth, StringBuilder out) {
    JsonNode schema = document.resolve(declared);
    if (dice.chance(hostility)) {
      out.append(dice.of(Hostile.VALUES));
    } else if (schema.path("nullable").asBoolean() && dice.chance(0.1)) {
      out.append("null");
    } else if (schema.has("enum")) {
      out.append(schema.get("enum").get(dice.below(schema.get("enum").size())));
    } else if (schema.has("oneOf") || schema.has("anyOf")) {
      JsonNode variants = schema.has("oneOf") ? schema.get("oneOf") : schema.get("anyOf");
      write(name, variants.get(dice.below(variants.size())), depth + 1, out);
    } else {
      plain(name, schema, depth, out);
    }
  }

  private void plain(String name, JsonNode schema, int depth, StringBuilder out) {
    boolean isObject = schema.has("properties") || schema.has("allOf");
    switch (isObject ? "object" : schema.path("type").asText()) {
      case "object" -> object(schema, depth, out);
      case "array" -> array(name, schema, depth, out);
      case "string" -> out.append('"').append(text(name, schema)).append('"');
      case "integer" -> out.append(number(schema));
      case "number" -> out.append(number(schema)).append(dice.chance(0.5) ? ".5" : "");
      case "boolean" -> out.append(dice.chance(0.5));
      default -> out.append("\"any\"");
    }
  }

  private void object(JsonNode schema, int depth, StringBuilder out) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    collect(schema, properties, required);
    List<String> members = new ArrayList<>();
    properties.forEach((name, declared) -> {
      double wanted = declared.path("readOnly").asBoolean() ? 0.2 : depth > DEEPEST ? 0 : 0.6;
      boolean kept = required.contains(name) && !dice.chance(hostility / 2);
      if (kept || dice.chance(wanted)) {
        StringBuilder member = new StringBuilder("\"" + name + "\":");
        write(name, declared, depth + 1, member);
        members.add(member.toString());
      }
    });
    if (dice.chance(hostility)) {
      members.add("\"" + dice.of(Hostile.TEXTS) + "\":" + dice.of(Hostile.VALUES));
    }
    if (dice.chance(hostility / 3) && !members.isEmpty()) {
      members.add(members.getFirst()); // the same key again
    }
    out.append('{').append(String.join(",", members)).append('}');
  }

  private void collect(JsonNode schema, Map<String, JsonNode> properties, List<String> required) {
    schema.path("allOf").forEach(part -> collect(document.resolve(part), properties, required));
    schema.path("properties").properties().forEach(e -> properties.put(e.getKey(), e.getValue()));
    schema.path("required").forEach(name -> required.add(name.asText()));
  }

  private void array(String name, JsonNode schema, int depth, StringBuilder out) {
    int size =
        depth > DEEPEST ? 0 : schema.path("minItems").asInt(depth == 0 ? 1 : 0) + dice.below(3);
    if (dice.chance(hostility / 3)) {
      size = 300;
    }
    out.append('[');
    for (int i = 0; i < size; i++) {
      out.append(i == 0 ? "" : ",");
      write(name, schema.path("items"), depth + 1, out);
    }
    out.append(']');
  }

  private String text(String name, JsonNode schema) {
    return dice.chance(hostility * 2) ? dice.of(Hostile.TEXTS) : words.fitting(name, schema);
  }

  private long number(JsonNode schema) {
    long least = schema.path("minimum").asLong(0);
    long most = schema.path("maximum").asLong(least + 10);
    return switch (dice.below(10)) {
      case 0 -> least;
      case 1 -> most;
      case 2 -> dice.chance(hostility * 3) ? least - 1 : least;
      case 3 -> dice.chance(hostility * 3) ? most + 1 : most;
      default -> least + dice.below((int) Math.min(1000, Math.max(1, most - least)));
    };
  }
}
