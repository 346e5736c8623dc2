package tmi.model.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tmi.kernel.problem.Problem;
import tmi.model.metadata.Pairs;
import tmi.service.text.PlainText;

/// What a diagram is to become: its own fields settled, its cells as sent.
///
/// @param cells empty to leave the content alone
/// @param image the whole picture; null to keep what is stored, see [#over]
/// @param freshImage the picture came with this request and shows the content after it, unless it
///   says itself which vector it shows
record DiagramDraft(
    String name,
    String description,
    Map<String, String> metadata,
    Image image,
    boolean freshImage,
    List<PaletteColor> palette,
    boolean includeInReport,
    boolean timmyEnabled,
    Optional<List<JsonNode>> cells) {

  private static final int MAX_PAIRS = 10_000;

  /// Judges what was sent or patched, once, whatever is stored. Cells are not looked at here.
  static DiagramDraft of(DiagramInput sent, Optional<List<JsonNode>> cells) {
    String name = PlainText.asWritten("name", sent.name());
    if (name.isBlank()) {
      throw Problem.invalid("name", "must not be blank");
    }
    String description = PlainText.asWritten("description", sent.description());
    Map<String, String> metadata = Pairs.checked(sent.metadata());
    if (metadata.size() > MAX_PAIRS) {
      throw Problem.invalid("metadata", "must have at most " + MAX_PAIRS + " entries");
    }
    return new DiagramDraft(
        name,
        description == null || description.isEmpty() ? null : description,
        metadata,
        image(sent.image()),
        false,
        Palette.settled(sent.colorPalette()),
        !Boolean.FALSE.equals(sent.includeInReport()),
        !Boolean.FALSE.equals(sent.timmyEnabled()),
        cells);
  }

  /// The same on top of the stored picture.
  DiagramDraft over(Image stored) {
    Image whole = image == null ? stored : image;
    boolean fresh = whole.svg() != null && !whole.equals(stored) && whole.updateVector() == null;
    return new DiagramDraft(
        name, description, metadata, whole, fresh, palette, includeInReport, timmyEnabled, cells);
  }

  /// The columns, given the vector after the change.
  ObjectNode columns(long vector) {
    ObjectNode columns =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", name)
            .put("description", description)
            .put("image_svg", image.svg())
            .put("image_update_vector", freshImage ? (Long) vector : image.updateVector())
            .put("include_in_report", includeInReport)
            .put("timmy_enabled", timmyEnabled);
    columns.set("metadata", Pairs.toJson(metadata));
    if (palette != null) {
      var colors = columns.putArray("color_palette");
      palette.forEach(
          c -> colors.addObject().put("position", c.position()).put("color", c.color()));
    }
    return columns;
  }

  private static String svg(JsonNode sent) {
    return sent.isTextual() && !sent.asText().isEmpty() ? Picture.judged(sent.asText()) : null;
  }

  /// Null when none was sent.
  private static Image image(JsonNode sent) {
    if (sent == null) {
      return null;
    }
    if (sent.isNull()) {
      return new Image(null, null);
    }
    if (!sent.isObject()) {
      throw Problem.invalid("image", "must be an object");
    }
    JsonNode svg = sent.path("svg");
    JsonNode vector = sent.path("update_vector");
    boolean misplaced = !(svg.isMissingNode() || svg.isTextual() || svg.isNull());
    if (misplaced || !(vector.isMissingNode() || vector.isNull() || vector.isIntegralNumber())) {
      throw Problem.invalid("image", "must have svg (base64) and update_vector (a whole number)");
    }
    if (vector.isNumber() && (!vector.canConvertToLong() || vector.longValue() < 0)) {
      throw Problem.invalid("image.update_vector", "must be a vector of this diagram");
    }
    return new Image(svg(svg), vector.isNumber() ? (Long) vector.longValue() : null);
  }
}
