package tmi.kernel.patch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import tmi.kernel.problem.Problem;

/// One operation of a JSON Patch.
///
/// @param op `add`, `remove`, `replace`, `move`, `copy` or `test`
/// @param path JSON pointer, at most 512 characters
/// @param from JSON pointer of `move` and `copy`, else null
/// @param value absent (null) for `remove`, `move` and `copy`; JSON null is a NullNode
public record PatchOperation(String op, String path, String from, JsonNode value) {
  /// Longest path.
  public static final int MAX_PATH = 512;

  private static final Set<String> OPS = Set.of("add", "remove", "replace", "move", "copy", "test");
  private static final Set<String> FIELDS = Set.of("op", "path", "from", "value");

  static PatchOperation parse(JsonNode node, int index) {
    String place = "Operation " + index;
    if (!node.isObject()) {
      throw Problem.invalidInput(place + " must be an object with op, path and value");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        throw Problem.invalidInput(place + " has an unknown field " + name);
      }
    }
    String op = node.path("op").asText("").toLowerCase(Locale.ROOT);
    if (!OPS.contains(op)) {
      throw Problem.invalidInput(
          place + ": op must be one of add, remove, replace, move, copy, test");
    }
    String from = needsFrom(op) ? pointer(node, "from", place) : null;
    JsonNode value = node.get("value");
    if (value == null && (op.equals("add") || op.equals("replace") || op.equals("test"))) {
      throw Problem.invalidInput(place + ": " + op + " needs a value");
    }
    return new PatchOperation(op, pointer(node, "path", place), from, value);
  }

  /// True when this operation reads or writes the given path or something below it.
  public boolean concerns(String root) {
    return isAt(path, root) || (from != null && isAt(from, root));
  }

  private static boolean isAt(String place, String root) {
    return place.equals(root) || place.startsWith(root + "/");
  }

  private static boolean needsFrom(String op) {
    return op.equals("move") || op.equals("copy");
  }

  private static String pointer(JsonNode node, String field, String place) {
    JsonNode text = node.path(field);
    if (!text.isTextual() || !text.asText().startsWith("/") || text.asText().length() > MAX_PATH) {
      throw Problem.invalidInput(
          place + ": " + field + " must start with / and be at most 512 characters");
    }
    if (!Pointer.isWellEscaped(text.asText())) {
      throw Problem.invalidInput(
          place + ": " + field + " must write ~ as ~0 and / inside a name as ~1");
    }
    return text.asText();
  }
}
