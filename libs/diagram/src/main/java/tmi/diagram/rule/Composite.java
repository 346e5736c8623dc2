package tmi.diagram.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rules for objects and lists, made of the rules for what is in them.
final class Composite {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Composite() {}

  /// An object with exactly these keys; unknown ones are dropped.
  static Rule closed(Map<String, Rule> fields, String... required) {
    return object(fields, false, Set.of(required));
  }

  /// An object whose unknown keys are kept as they are.
  static Rule open(Map<String, Rule> fields, String... required) {
    return object(fields, true, Set.of(required));
  }

  private static Rule object(Map<String, Rule> fields, boolean open, Set<String> required) {
    return (value, path, faults) -> {
      if (!value.isObject()) {
        return Leaf.drop(path, "must be an object", faults);
      }
      ObjectNode kept = JSON.objectNode();
      for (var field : value.properties()) {
        String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
        Rule rule = fields.get(field.getKey());
        if (rule != null) {
          rule.check(field.getValue(), at, faults).ifPresent(v -> kept.set(field.getKey(), v));
        } else if (open) {
          kept.set(field.getKey(), field.getValue());
        } else {
          faults.add(at, "is not a known field");
        }
      }
      for (String key : required) {
        if (!kept.has(key)) {
          return Leaf.drop(path, "needs " + key, faults);
        }
      }
      return Optional.of(kept);
    };
  }

  /// An object whose every value follows one rule.
  static Rule mapOf(Rule rule) {
    return (value, path, faults) -> {
      if (!value.isObject()) {
        return Leaf.drop(path, "must be an object", faults);
      }
      ObjectNode kept = JSON.objectNode();
      for (var field : value.properties()) {
        rule.check(field.getValue(), path + "." + field.getKey(), faults)
            .ifPresent(v -> kept.set(field.getKey(), v));
      }
      return Optional.of(kept);
    };
  }

  /// A list; items that cannot be repaired are dropped, too many are refused on every way in.
  static Rule list(int max, Rule rule) {
    return (value, path, faults) -> {
      if (!value.isArray()) {
        return Leaf.drop(path, "must be a list", faults);
      }
      if (value.size() > max) {
        throw faults.refuse(path, "must have at most " + max + " entries");
      }
      ArrayNode kept = JSON.arrayNode(value.size());
      for (int i = 0; i < value.size(); i++) {
        rule.check(value.get(i), path + "[" + i + "]", faults).ifPresent(kept::add);
      }
      return Optional.of(kept);
    };
  }

  /// A list without repetitions and not empty; an empty one is dropped.
  static Rule distinct(Rule list) {
    return (value, path, faults) -> {
      Optional<JsonNode> kept = list.check(value, path, faults);
      if (kept.isEmpty()) {
        return kept;
      }
      Set<JsonNode> seen = new HashSet<>();
      ArrayNode once = JSON.arrayNode();
      kept.get().forEach(item -> addOnce(item, seen, once));
      if (once.size() < kept.get().size()) {
        faults.add(path, "must not repeat an entry");
      }
      return once.isEmpty() ? Leaf.drop(path, "must not be empty", faults) : Optional.of(once);
    };
  }

  private static void addOnce(JsonNode item, Set<JsonNode> seen, ArrayNode once) {
    if (seen.add(item)) {
      once.add(item);
    }
  }

  /// One rule for objects, another for everything else.
  static Rule either(Rule simple, Rule object) {
    return (value, path, faults) -> (value.isObject() ? object : simple).check(value, path, faults);
  }
}
