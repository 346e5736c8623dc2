package tmi.model.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import tmi.kernel.patch.JsonPatch;
import tmi.kernel.patch.PatchOperation;
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

  DiagramPatch {
    for (PatchOperation operation : patch.operations()) {
      requireKnown(operation.path());
      if (operation.from() != null) {
        requireKnown(operation.from());
      }
    }
  }

  /// True when the list of cells comes whole from the client and none of it from our own reading.
  boolean replacesAllCells() {
    return patch.operations().stream()
        .filter(o -> o.concerns("/cells"))
        .allMatch(
            o -> o.path().equals("/cells") && (o.op().equals("replace") || o.op().equals("add")));
  }

  /// The document after the patch; a picture that the patch took away is as it was before.
  ObjectNode applyTo(ObjectNode diagram) {
    diagram.retain(FIELDS);
    FIELDS.stream().filter(field -> !diagram.has(field)).forEach(diagram::putNull);
    JsonNode image = diagram.get("image");
    ObjectNode result = (ObjectNode) patch.applyTo(diagram);
    if (!result.hasNonNull("image")) {
      result.set("image", image);
    } else if (changesPictureAlone() && result.get("image") instanceof ObjectNode picture) {
      picture.remove("update_vector");
    }
    return result;
  }

  /// The picture is new and nothing says which vector it shows: then it is that of this request.
  private boolean changesPictureAlone() {
    return touches("/image/svg") && !touches("/image/update_vector");
  }

  /// True when an operation changes this path or something below it.
  boolean touches(String path) {
    return patch.operations().stream().anyMatch(o -> o.concerns(path) && !o.op().equals("test"));
  }

  private static void requireKnown(String path) {
    if (!FIELDS.contains(path.substring(1).split("/", 2)[0])) {
      throw Problem.invalidInput("The path " + path + " of a diagram cannot be patched");
    }
  }
}
