package tmi.kernel.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonPatchApplicationException;
import java.util.ArrayList;
import java.util.List;
import tmi.kernel.problem.Problem;

/// A patch as sent: 1 to 1000 operations (rest-behaviour section 10). `replace` of a path that does
/// not exist counts as `add`; all operations happen or none.
public record JsonPatch(List<PatchOperation> operations) {
  /// Most operations in one request.
  public static final int MAX_OPERATIONS = 1000;

  /// Reads the body of a request; 400 with the place of the first fault.
  public static JsonPatch parse(JsonNode body) {
    if (body == null || !body.isArray() || body.isEmpty()) {
      throw new Problem(400, "invalid_input", "A JSON Patch is a list of 1 to 1000 operations");
    }
    if (body.size() > MAX_OPERATIONS) {
      throw Problem.invalidInput(
          "A JSON Patch holds at most 1000 operations, this one has " + body.size());
    }
    List<PatchOperation> operations = new ArrayList<>(body.size());
    for (int i = 0; i < body.size(); i++) {
      operations.add(PatchOperation.parse(body.get(i), i));
    }
    return new JsonPatch(List.copyOf(operations));
  }

  /// The document after the patch; the given one is not changed.
  public JsonNode applyTo(JsonNode document) {
    JsonNode result = document.deepCopy();
    for (int i = 0; i < operations.size(); i++) {
      result = apply(result, operations.get(i), i);
    }
    return result;
  }

  private static JsonNode apply(JsonNode document, PatchOperation operation, int index) {
    ArrayNode one = JsonNodeFactory.instance.arrayNode();
    ObjectNode step = operation.toJson();
    if (operation.op().equals("replace") && document.at(operation.path()).isMissingNode()) {
      step.put("op", "add");
    }
    one.add(step);
    if (operation.op().equals("remove") && document.at(operation.path()).isMissingNode()) {
      throw cannotApply(
          operation, index); // the library lets it pass, RFC 6902 section 4.2 does not
    }
    try {
      return com.flipkart.zjsonpatch.JsonPatch.apply(one, document);
    } catch (JsonPatchApplicationException | IllegalArgumentException e) {
      throw cannotApply(operation, index);
    }
  }

  private static Problem cannotApply(PatchOperation operation, int index) {
    return new Problem(
        400,
        "patch_failed",
        "Operation %d (%s %s) cannot be applied: there is nothing that fits at that path"
            .formatted(index, operation.op(), operation.path()));
  }
}
