package tmi.gateway.route;

import java.util.HashMap;
import java.util.Map;

/// One step of the tree that the route table is matched by: cost follows the length of the path,
/// not the number of routes.
final class Segment {
  private final Map<String, Segment> literals = new HashMap<>();
  private Segment any;
  private Destination here;
  private Destination below;

  void add(String pattern, Destination destination) {
    boolean subtree = pattern.endsWith("/**");
    String path = subtree ? pattern.substring(0, pattern.length() - 3) : pattern;
    Segment at = this;
    for (String name : path.split("/")) {
      if (!name.isEmpty()) {
        at = at.child(name);
      }
    }
    if (subtree) {
      at.below = destination;
    } else {
      at.here = destination;
    }
  }

  /// Null when neither this step nor one below it claims the path from `start` on.
  Destination find(String path, int start) {
    if (start >= path.length()) {
      return here != null ? here : below;
    }
    int slash = path.indexOf('/', start);
    int end = slash < 0 ? path.length() : slash;
    Destination found = findIn(literals.get(path.substring(start, end)), path, end + 1);
    if (found == null && end > start) {
      found = findIn(any, path, end + 1);
    }
    return found == null ? below : found;
  }

  private static Destination findIn(Segment child, String path, int start) {
    return child == null ? null : child.find(path, start);
  }

  private Segment child(String name) {
    if (!name.equals("*")) {
      return literals.computeIfAbsent(name, n -> new Segment());
    }
    if (any == null) {
      any = new Segment();
    }
    return any;
  }
}
