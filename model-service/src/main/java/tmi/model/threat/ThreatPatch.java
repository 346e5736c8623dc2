package tmi.model.threat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tmi.kernel.patch.JsonPatch;
import tmi.kernel.patch.PatchOperation;
import tmi.kernel.problem.Problem;

/// What a JSON Patch may do to a threat: any field that a person may write, and below it
/// (rest-behaviour section 10). Plain trees only.
final class ThreatPatch {
  /// The fields a patch may name, which are also those of the document that it is applied to.
  static final Set<String> FIELDS =
      Set.of(
          "name",
          "description",
          "mitigation",
          "threat_type",
          "severity",
          "score",
          "priority",
          "status",
          "mitigated",
          "cwe_id",
          "cvss",
          "ssvc",
          "diagram_id",
          "cell_id",
          "asset_id",
          "issue_uri",
          "metadata",
          "include_in_report",
          "timmy_enabled");

  private static final String TYPES = "/threat_type";

  private ThreatPatch() {}

  /// Refuses a patch that names anything else.
  static void check(JsonPatch patch) {
    for (PatchOperation operation : patch.operations()) {
      requireKnown(operation.path());
      if (operation.from() != null) {
        requireKnown(operation.from());
      }
    }
  }

  /// The document after the patch. A field that is empty is there as null, so that it can be
  /// removed, tested and replaced like any other.
  static ObjectNode apply(JsonPatch patch, ObjectNode threat) {
    FIELDS.stream().filter(field -> !threat.has(field)).forEach(threat::putNull);
    JsonNode document = threat;
    for (PatchOperation operation : patch.operations()) {
      document =
          namesOneType(operation)
              ? withType(operation, (ObjectNode) document)
              : new JsonPatch(List.of(operation)).applyTo(document);
    }
    return (ObjectNode) document;
  }

  /// `add` and `remove` of one type by its word, beside the standard's ways.
  private static boolean namesOneType(PatchOperation operation) {
    return operation.path().equals(TYPES)
        && operation.value() != null
        && operation.value().isTextual()
        && (operation.op().equals("add") || operation.op().equals("remove"));
  }

  private static ObjectNode withType(PatchOperation operation, ObjectNode threat) {
    String word = operation.value().textValue();
    Set<String> words = new LinkedHashSet<>();
    threat.path("threat_type").forEach(type -> words.add(type.asText()));
    if (operation.op().equals("add")) {
      words.add(word);
    } else {
      words.remove(word);
    }
    ObjectNode changed = threat.deepCopy();
    words.forEach(changed.putArray("threat_type")::add);
    return changed;
  }

  private static void requireKnown(String path) {
    String field = path.substring(1).split("/", 2)[0];
    if (!FIELDS.contains(field)) {
      throw Problem.invalidInput("The path " + path + " of a threat cannot be patched");
    }
  }
}
