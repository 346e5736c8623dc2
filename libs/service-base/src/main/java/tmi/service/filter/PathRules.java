package tmi.service.filter;

import java.util.List;
import java.util.Set;
import tmi.kernel.id.Ids;
import tmi.kernel.problem.Problem;

/// What a path may look like (rest-behaviour sections 1, step 7, and 3.8, without its word list).
final class PathRules {
  private static final int MAX_SEGMENT = 200;

  private PathRules() {}

  /// 400 `invalid_id` for a hostile or overlong segment, or one that should be a UUID and is not.
  static void check(String path, Set<String> idsAfter, Set<String> wordsForIds) {
    String before = "";
    for (String segment : path.substring(1).split("/", -1)) {
      if (segment.length() > MAX_SEGMENT
          || segment.contains("..")
          || segment.indexOf('\0') >= 0
          || segment.indexOf('<') >= 0
          || segment.indexOf('>') >= 0) {
        throw new Problem(400, "invalid_id", "A part of the path is not acceptable");
      }
      if (idsAfter.contains(before)
          && !segment.isEmpty()
          && !wordsForIds.contains(segment)
          && Ids.parse(segment).isEmpty()) {
        throw Problem.invalidId("The id after " + before);
      }
      before = segment;
    }
  }

  /// True when the path is in the list: exact, or by a prefix that ends in `*`.
  static boolean matches(String path, List<String> patterns) {
    for (String pattern : patterns) {
      boolean hit =
          pattern.endsWith("*")
              ? path.startsWith(pattern.substring(0, pattern.length() - 1))
              : path.equals(pattern);
      if (hit) {
        return true;
      }
    }
    return false;
  }
}
