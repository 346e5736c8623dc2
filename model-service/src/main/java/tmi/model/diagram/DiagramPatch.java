package tmi.model.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import tmi.kernel.patch.Dialect;
import tmi.kernel.patch.JsonPatch;
import tmi.kernel.patch.PatchLimit;
import tmi.kernel.patch.PatchOperation;
import tmi.kernel.patch.Patched;
import tmi.kernel.problem.Problem;

/// What a JSON Patch may do to a diagram (rest-behaviour section 10). Plain values.
record DiagramPatch(JsonPatch patch) {
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "description",
          "cells",
          "image",
          "color_palette",
          "metadata",
          "include_in_report",
          "timmy_enabled");

  private static final String CELLS = "/cells";

  DiagramPatch {
    for (PatchOperation operation : patch.operations()) {
      requireKnown(operation.path());
      if (operation.from() != null) {
        requireKnown(operation.from());
      }
    }
  }

  /// True when the list of cells came whole from the client, whatever he did to it afterwards.
  boolean replacesAllCells() {
    return patch.operations().stream()
        .anyMatch(
            o -> o.path().equals(CELLS) && (o.op().equals("replace") || o.op().equals("add")));
  }

  /// True when it reads or writes cells; any other patch costs the same whatever is drawn.
  boolean concernsCells() {
    return patch.operations().stream().anyMatch(o -> o.concerns(CELLS));
  }

  boolean isLarge(DfdDiagram diagram) {
    return patch.isLarge(concernsCells() ? diagram.cells() : List.of());
  }

  /// The document before and after; a picture that the patch took away is as it was before.
  Patched applyTo(ObjectNode diagram) {
    diagram.retain(FIELDS);
    FIELDS.stream().filter(field -> !diagram.has(field)).forEach(diagram::putNull);
    ObjectNode result = (ObjectNode) patch.applyTo(diagram, PatchLimit.DRAWING, Dialect.STANDARD);
    JsonNode image = result.path("image");
    boolean lost =
        image.isNull() || image.isMissingNode() || (image.isObject() && !image.hasNonNull("svg"));
    if (lost) {
      result.set("image", diagram.get("image"));
    } else if (changesPictureAlone() && image instanceof ObjectNode picture) {
      picture.remove("update_vector");
    }
    return new Patched(diagram, result);
  }

  /// The picture is new and nothing says which vector it shows: then it is that of this request.
  private boolean changesPictureAlone() {
    return writes("/image/svg") && !writes("/image/update_vector");
  }

  private boolean writes(String path) {
    return patch.operations().stream()
        .anyMatch(o -> o.path().equals(path) && !o.op().equals("test"));
  }

  private static void requireKnown(String path) {
    if (!FIELDS.contains(path.substring(1).split("/", 2)[0])) {
      throw Problem.invalidInput("The path " + path + " of a diagram cannot be patched");
    }
  }
}
