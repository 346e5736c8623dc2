package tmi.kernel.patch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tmi.kernel.problem.Problem;

/// A patch as sent: 1 to 1000 operations (rest-behaviour section 10). `replace` of a path that does
/// not exist counts as `add`; all operations happen or none.
public record JsonPatch(List<PatchOperation> operations) {
  /// Most operations in one request.
  public static final int MAX_OPERATIONS = 1000;

  /// Values that are patched where the request is read; more are a worker's.
  private static final int SMALL = 10_000;

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

  /// The document after the patch, within [PatchLimit#DOCUMENT]; the given one is not changed.
  public JsonNode applyTo(JsonNode document) {
    return applyTo(document, PatchLimit.DOCUMENT, Dialect.STANDARD);
  }

  /// The same within another limit and with operations of the noun's own. The document is copied
  /// once; after that the cost is that of what the operations bring, copy, move and take away.
  public JsonNode applyTo(JsonNode document, PatchLimit limit, Dialect dialect) {
    return applied(document, limit, dialect).document();
  }

  Applying applied(JsonNode document, PatchLimit limit, Dialect dialect) {
    Applying applying = new Applying(document.deepCopy(), limit);
    for (int i = 0; i < operations.size(); i++) {
      PatchOperation operation = operations.get(i);
      try {
        Optional<PatchOperation> step = dialect.standard(operation, applying.document());
        step.ifPresent(applying::apply);
      } catch (NoFit e) {
        throw refused(operation, i, e.getMessage());
      }
    }
    return applying;
  }

  /// True when applying it to a document of these parts is more than an event loop should do at
  /// once: it brings or meets many values, or it copies and moves, whose cost shows only then.
  public boolean isLarge(List<JsonNode> parts) {
    long met = 0;
    for (PatchOperation operation : operations) {
      if (operation.from() != null) {
        return true;
      }
      met += operation.value() == null ? 0 : Size.of(operation.value()).nodes();
    }
    for (int i = 0; i < parts.size() && met <= SMALL; i++) {
      met += Size.of(parts.get(i)).nodes();
    }
    return met > SMALL;
  }

  private static Problem refused(PatchOperation operation, int index, String reason) {
    return new Problem(
        400,
        "patch_failed",
        "Operation %d (%s %s) %s".formatted(index, operation.op(), operation.path(), reason));
  }
}
