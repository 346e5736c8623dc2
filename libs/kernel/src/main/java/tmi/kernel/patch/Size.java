package tmi.kernel.patch;

import com.fasterxml.jackson.databind.JsonNode;

/// How large a JSON value is.
///
/// @param nodes values in it, itself included
/// @param bytes of its JSON text in UTF-8 without blanks and escapes
/// @param levels of objects and lists in one another; 0 for a plain value
record Size(long nodes, long bytes, int levels) {
  static final Size NONE = new Size(0, 0, 0);

  static Size of(JsonNode value) {
    Walk walk = new Walk();
    walk.into(value, 0);
    return new Size(walk.nodes, walk.bytes, walk.levels);
  }

  /// The name of a field or one comma, as bytes.
  static long ofName(String name) {
    return utf8(name) + 4;
  }

  private static long utf8(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean half = Character.isSurrogate(c);
      bytes += c < 0x80 ? 1 : c < 0x800 || half ? 2 : 3;
    }
    return bytes;
  }

  /// Each value is visited once.
  private static final class Walk {
    private long nodes;
    private long bytes;
    private int levels;

    void into(JsonNode value, int level) {
      nodes++;
      levels = Math.max(levels, value.isContainerNode() ? level + 1 : level);
      if (value.isObject()) {
        bytes += 2;
        value
            .properties()
            .forEach(field -> {
              bytes += ofName(field.getKey());
              into(field.getValue(), level + 1);
            });
      } else if (value.isArray()) {
        bytes += 2 + value.size();
        value.forEach(entry -> into(entry, level + 1));
      } else {
        bytes += value.isTextual() ? utf8(value.textValue()) + 2 : value.asText().length();
      }
    }
  }
}
