package tmi.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// The checks on one value that need no other schema: type, enum, bounds, pattern, format.
final class TypeCheck {
  private TypeCheck() {}

  static boolean hasType(JsonNode schema, JsonNode value) {
    return switch (schema.path("type").asText()) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      default -> true;
    };
  }

  static void bounds(JsonNode schema, JsonNode value, String at, List<String> problems) {
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      problems.add("%s is %s, not one of %s".formatted(at, value, schema.get("enum")));
    }
    if (value.isTextual()) {
      text(schema, value.asText(), at, problems);
    }
    if (value.isNumber()) {
      range(schema, "minimum", "maximum", value.asDouble(), at, problems);
    }
    if (value.isArray()) {
      range(schema, "minItems", "maxItems", value.size(), at + " (size)", problems);
    }
  }

  private static void text(JsonNode schema, String text, String at, List<String> problems) {
    int length = text.codePointCount(0, text.length());
    range(schema, "minLength", "maxLength", length, at + " (length)", problems);
    String pattern = schema.path("pattern").asText();
    if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
      problems.add("%s is \"%s\", which does not match %s".formatted(at, text, pattern));
    }
    String format = schema.path("format").asText();
    if (!hasFormat(format, text)) {
      problems.add("%s is \"%s\", not a %s".formatted(at, text, format));
    }
  }

  private static void range(
      JsonNode schema, String least, String most, double size, String at, List<String> problems) {
    if (schema.has(least) && size < schema.get(least).asDouble()) {
      problems.add("%s is %s, below %s".formatted(at, size, schema.get(least)));
    }
    if (schema.has(most) && size > schema.get(most).asDouble()) {
      problems.add("%s is %s, above %s".formatted(at, size, schema.get(most)));
    }
  }

  private static boolean hasFormat(String format, String text) {
    try {
      return switch (format) {
        case "uuid" -> UUID.fromString(text).toString().equalsIgnoreCase(text);
        case "date-time" -> OffsetDateTime.parse(text) != null;
        default -> true;
      };
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return false;
    }
  }

  private static boolean contains(JsonNode allowed, JsonNode value) {
    for (JsonNode one : allowed) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
