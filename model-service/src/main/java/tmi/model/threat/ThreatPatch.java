package tmi.model.threat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import tmi.kernel.patch.JsonPatch;
import tmi.kernel.patch.PatchLimit;
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
  private static final int MAX_TYPES = 20;

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
    return (ObjectNode) patch.applyTo(threat, PatchLimit.DOCUMENT, ThreatPatch::standard);
  }

  /// `add` and `remove` of one type by its word, beside the standard's ways.
  private static Optional<PatchOperation> standard(PatchOperation operation, JsonNode threat) {
    if (!namesOneType(operation)) {
      return Optional.of(operation);
    }
    JsonNode types = threat.path("threat_type");
    if (types.size() > MAX_TYPES) {
      throw Problem.invalid("threat_type", "must have at most " + MAX_TYPES + " entries");
    }
    int place = place(types, operation.value().textValue());
    boolean adds = operation.op().equals("add");
    if (adds && !types.isArray()) {
      ArrayNode alone = JsonNodeFactory.instance.arrayNode().add(operation.value());
      return Optional.of(new PatchOperation("add", TYPES, null, alone));
    }
    if (adds == (place >= 0)) {
      return Optional.empty();
    }
    return Optional.of(
        adds
            ? new PatchOperation("add", TYPES + "/-", null, operation.value())
            : new PatchOperation("remove", TYPES + "/" + place, null, null));
  }

  private static int place(JsonNode types, String word) {
    for (int i = 0; i < types.size(); i++) {
      if (word.equals(types.path(i).textValue())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean namesOneType(PatchOperation operation) {
    return operation.path().equals(TYPES)
        && operation.value() != null
        && operation.value().isTextual()
        && (operation.op().equals("add") || operation.op().equals("remove"));
  }

  private static void requireKnown(String path) {
    String field = path.substring(1).split("/", 2)[0];
    if (!FIELDS.contains(field)) {
      throw Problem.invalidInput("The path " + path + " of a threat cannot be patched");
    }
  }
}
