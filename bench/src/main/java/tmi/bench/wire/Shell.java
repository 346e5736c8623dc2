package tmi.bench.wire;

/// Words for a POSIX shell; bytes that a terminal would act on are written as escapes.
final class Shell {
  private Shell() {}

  static String quoted(String text) {
    boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 127 && c != '\'' && c != '\\');
    if (plain) {
      return "'" + text + "'";
    }
    StringBuilder escaped = new StringBuilder("$'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c >= ' ' && c < 127) {
        escaped.append(c);
      } else {
        escaped.append(String.format("\\u%04x", (int) c));
      }
    }
    return escaped.append('\'').toString();
  }
}
