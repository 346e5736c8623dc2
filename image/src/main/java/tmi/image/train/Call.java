package tmi.image.train;

import java.util.Optional;
import java.util.regex.Pattern;

/// One line of a round: `METHOD path [>name[=where]] [body]`. The method `WS` opens a socket and
/// says the body to it.
///
/// @param keep what of the answer is kept for later lines, if anything is
record Call(String method, String path, Optional<Kept> keep, Optional<String> body) {

  private static final Pattern LINE =
      Pattern.compile("([A-Z]+) (\\S+)(?: >(\\w+)(?:=(\\S+))?)?(?: (\\S.*))?");

  /// @param name by which later lines call it
  /// @param where a field of the answer, or `?` and a parameter of the address that it sends to
  record Kept(String name, String where) {}

  static Call of(String line) {
    var match = LINE.matcher(line);
    if (!match.matches()) {
      throw new IllegalArgumentException("not a call: " + line);
    }
    return new Call(
        match.group(1),
        match.group(2),
        Optional.ofNullable(match.group(3))
            .map(name -> new Kept(name, Optional.ofNullable(match.group(4)).orElse("id"))),
        Optional.ofNullable(match.group(5)));
  }

  boolean isSocket() {
    return method.equals("WS");
  }

  String contentType() {
    var text = body.orElse("");
    if (text.startsWith("[{\"op\"")) {
      return "application/json-patch+json";
    }
    return text.startsWith("[") || text.startsWith("{")
        ? "application/json"
        : "application/x-www-form-urlencoded";
  }
}
