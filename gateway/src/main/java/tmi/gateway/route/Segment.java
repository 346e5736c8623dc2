package tmi.gateway.route;

import java.util.HashMap;
import java.util.Map;

/// One step of a tree that patterns are matched by: cost follows the length of the path, not the
/// number of patterns.
///
/// @param <T> what a pattern stands for
final class Segment<T> {
  private final Map<String, Segment<T>> literals = new HashMap<>();
  private Segment<T> any;
  private T here;
  private T below;

  void add(String pattern, T meaning) {
    boolean subtree = pattern.endsWith("/**");
    String path = subtree ? pattern.substring(0, pattern.length() - 3) : pattern;
    Segment<T> at = this;
    for (String name : path.split("/")) {
      if (!name.isEmpty()) {
        at = at.child(name);
      }
    }
    if (subtree) {
      at.below = meaning;
    } else {
      at.here = meaning;
    }
  }

  /// Null when neither this step nor one below it claims the path from `start` on.
  T find(String path, int start) {
    if (start >= path.length()) {
      return here != null ? here : below;
    }
    int slash = path.indexOf('/', start);
    int end = slash < 0 ? path.length() : slash;
    T found = findIn(literals.get(path.substring(start, end)), path, end + 1);
    if (found == null && end > start) {
      found = findIn(any, path, end + 1);
    }
    return found == null ? below : found;
  }

  private static <T> T findIn(Segment<T> child, String path, int start) {
    return child == null ? null : child.find(path, start);
  }

  private Segment<T> child(String name) {
    if (!name.equals("*")) {
      return literals.computeIfAbsent(name, n -> new Segment<>());
    }
    if (any == null) {
      any = new Segment<>();
    }
    return any;
  }
}
