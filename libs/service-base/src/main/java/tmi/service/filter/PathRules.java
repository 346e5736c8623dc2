package tmi.service.filter;

import java.util.List;
import java.util.Set;
import tmi.kernel.id.Ids;
import tmi.kernel.problem.Problem;
import tmi.kernel.text.PathSegmentRule;

/// What a path may look like (rest-behaviour sections 1, step 7, and 3.8, without its word list).
final class PathRules {
  private static final int MAX_SEGMENT = 200;

  private PathRules() {}

  /// 400 `invalid_id` for a hostile or overlong segment, or one that should be a UUID and is not.
  ///
  /// @param path as it was sent: a `%2e%2e` that others have taken for a step upwards already would
  ///   mean the parent
  static void check(String path, Set<String> idsAfter, Set<String> wordsForIds) {
    String before = "";
    for (String sent : path.substring(1).split("/", -1)) {
      String segment = AddressRules.decode("path", sent);
      if (PathSegmentRule.fault(segment).isPresent() || isHostile(segment)) {
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

  private static boolean isHostile(String segment) {
    return segment.length() > MAX_SEGMENT
        || segment.contains("..")
        || segment.indexOf('\0') >= 0
        || segment.indexOf('<') >= 0
        || segment.indexOf('>') >= 0;
  }

  /// True when the path is in the list: exact, with any one segment where the pattern has a name in
  /// braces, or by a prefix that ends in `*`.
  static boolean matches(String path, List<String> patterns) {
    for (String pattern : patterns) {
      boolean hit =
          pattern.endsWith("*")
              ? path.startsWith(pattern.substring(0, pattern.length() - 1))
              : isOf(path, pattern);
      if (hit) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(String path, String pattern) {
    if (pattern.indexOf('{') < 0) {
      return path.equals(pattern);
    }
    String[] segments = path.split("/", -1);
    String[] expected = pattern.split("/", -1);
    if (segments.length != expected.length) {
      return false;
    }
    for (int i = 0; i < segments.length; i++) {
      boolean fits =
          expected[i].startsWith("{") ? !segments[i].isEmpty() : segments[i].equals(expected[i]);
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
