package tmi.diagram.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tmi.kernel.text.UnicodeRules;

/// The characters that no text of a cell may hold, its keys included: the same that REST refuses in
/// every body. What is stored is not judged, only what becomes of it: a diagram that holds such a
/// text from before can be changed everywhere else.
public final class TextRule {
  private TextRule() {}

  /// Throws `Refused` when the new side of a change brings a text with a forbidden character.
  ///
  /// @param path the place inside the cell, as a JSON pointer
  /// @param before what stood there; a list is one value, so a text that was in it may stay in it
  /// @param after what is to stand there
  public static void check(UUID cell, String path, Optional<JsonNode> before, JsonNode after) {
    String at = path.substring(path.indexOf('/') + 1).replace('/', '.');
    Set<String> known = new HashSet<>();
    before.ifPresent(value -> collect(value, known));
    if (before.isEmpty()) {
      judge(cell, at, path.substring(path.lastIndexOf('/') + 1), known);
    }
    walk(cell, at, after, known);
  }

  private static void walk(UUID cell, String at, JsonNode node, Set<String> known) {
    if (node.isTextual()) {
      judge(cell, at, node.textValue(), known);
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(cell, at + "[" + i + "]", node.get(i), known);
      }
    } else {
      for (var field : node.properties()) {
        judge(cell, at, field.getKey(), known);
        walk(
            cell,
            at.isEmpty() ? field.getKey() : at + "." + field.getKey(),
            field.getValue(),
            known);
      }
    }
  }

  private static void judge(UUID cell, String at, String text, Set<String> known) {
    Optional<String> fault = UnicodeRules.fault(text);
    if (fault.isPresent() && !known.contains(text)) {
      String place = UnicodeRules.fault(at).isPresent() || at.isEmpty() ? "a key" : at;
      throw new Refused(
          Refusal.invalid("invalid_text", place + " must not contain " + fault.get(), cell));
    }
  }

  private static void collect(JsonNode node, Set<String> texts) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    for (var field : node.properties()) {
      texts.add(field.getKey());
      collect(field.getValue(), texts);
    }
    if (node.isArray()) {
      node.forEach(item -> collect(item, texts));
    }
  }
}
