package tmi.image.train;

import java.util.Optional;
import java.util.regex.Pattern;

/// One line of a round.
///
/// @param keep the name under which the id in the answer is kept, if it is
record Call(String method, String path, Optional<String> keep, Optional<String> body) {

  private static final Pattern LINE = Pattern.compile("([A-Z]+) (\\S+)(?: >(\\w+))?(?: (\\S.*))?");

  static Call of(String line) {
    var match = LINE.matcher(line);
    if (!match.matches()) {
      throw new IllegalArgumentException("not a call: " + line);
    }
    return new Call(
        match.group(1),
        match.group(2),
        Optional.ofNullable(match.group(3)),
        Optional.ofNullable(match.group(4)));
  }

  String contentType() {
    return method.equals("PATCH") ? "application/json-patch+json" : "application/json";
  }
}
