package tmi.diagram.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tmi.diagram.operation.Change;

/// The places at which two cells differ, as deep as both sides are objects.
final class Difference {
  private Difference() {}

  /// What must change in `before` to make it `after`.
  static List<Change> between(ObjectNode before, ObjectNode after) {
    List<Change> changes = new ArrayList<>();
    collect("", before, after, changes);
    return changes;
  }

  private static void collect(
      String path, ObjectNode before, ObjectNode after, List<Change> changes) {
    for (var field : before.properties()) {
      String at = Paths.child(path, field.getKey());
      JsonNode now = after.get(field.getKey());
      if (now == null) {
        changes.add(new Change(at, Optional.of(field.getValue()), Optional.empty()));
      } else if (field.getValue() instanceof ObjectNode was && now instanceof ObjectNode is) {
        collect(at, was, is, changes);
      } else if (!field.getValue().equals(now)) {
        changes.add(new Change(at, Optional.of(field.getValue()), Optional.of(now)));
      }
    }
    for (var field : after.properties()) {
      if (!before.has(field.getKey())) {
        String at = Paths.child(path, field.getKey());
        changes.add(new Change(at, Optional.empty(), Optional.of(field.getValue())));
      }
    }
  }
}
