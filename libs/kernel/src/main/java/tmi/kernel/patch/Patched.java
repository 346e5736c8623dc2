package tmi.kernel.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/// A document before and after a patch. Who may make a change is judged by this and not by what the
/// operations say: a `move` away from a field changes it as much as a `replace` of it.
public record Patched(ObjectNode before, ObjectNode after) {

  /// True when the field holds something else now; empty and absent are the same.
  public boolean changes(String field) {
    return !Objects.equals(held(before, field), held(after, field));
  }

  private static JsonNode held(ObjectNode document, String field) {
    return document.hasNonNull(field) ? document.get(field) : null;
  }
}
