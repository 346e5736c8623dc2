package tmi.diagram.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import tmi.diagram.operation.Change;

/// Reads and writes places inside a cell by JSON pointer. Lists are single values here: pointers
/// lead through objects only.
final class Paths {
  private Paths() {}

  static String child(String path, String key) {
    return path + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  private static String key(String segment) {
    return segment.replace("~1", "/").replace("~0", "~");
  }

  /// What stands at the place; empty when nothing does.
  static Optional<JsonNode> at(ObjectNode cell, String path) {
    JsonNode node = cell;
    for (String segment : segments(path)) {
      node = node.isObject() ? node.get(key(segment)) : null;
      if (node == null) {
        return Optional.empty();
      }
    }
    return Optional.of(node);
  }

  /// Makes the place say the `after` side of the change; objects on the way are made as needed.
  static void write(ObjectNode cell, Change change) {
    String[] segments = segments(change.path());
    ObjectNode parent = cell;
    for (int i = 0; i < segments.length - 1; i++) {
      String key = key(segments[i]);
      if (parent.get(key) instanceof ObjectNode object) {
        parent = object;
      } else if (change.after().isEmpty()) {
        return;
      } else {
        parent = parent.putObject(key);
      }
    }
    String last = key(segments[segments.length - 1]);
    if (change.after().isPresent()) {
      parent.set(last, change.after().get().deepCopy());
    } else {
      parent.remove(last);
    }
  }

  private static String[] segments(String path) {
    return path.isEmpty() ? new String[0] : path.substring(1).split("/", -1);
  }
}
