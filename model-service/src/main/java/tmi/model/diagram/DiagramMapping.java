package tmi.model.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tmi.diagram.store.content.DiagramContent;
import tmi.diagram.store.content.DiagramText;
import tmi.model.metadata.Pairs;

/// From rows to diagrams.
final class DiagramMapping {
  private DiagramMapping() {}

  /// The diagram's own fields, without its content.
  static DfdDiagram toDiagram(Row row) {
    return new DfdDiagram(
        row.getUUID("id"),
        row.getInteger("alias"),
        row.getString("name"),
        row.getString("type"),
        row.getString("description"),
        List.of(),
        Pairs.listed(row.getJsonObject("metadata")),
        new Image(row.getString("image_svg"), row.getLong("image_update_vector")),
        0,
        palette(row.getJsonArray("color_palette")),
        row.getBoolean("include_in_report"),
        row.getBoolean("timmy_enabled"),
        row.getBoolean("auto_generated"),
        row.getInteger("version"),
        row.getOffsetDateTime("created_at"),
        row.getOffsetDateTime("modified_at"),
        row.getOffsetDateTime("deleted_at"));
  }

  static DfdDiagram withContent(DfdDiagram diagram, DiagramContent content) {
    List<JsonNode> cells = content.cells().stream().map(cell -> (JsonNode) cell.data()).toList();
    return diagram.with(content.vector(), cells);
  }

  /// The same for showing it: each cell is written as the text that it is stored as.
  static DfdDiagram withText(DfdDiagram diagram, DiagramText content) {
    List<JsonNode> cells =
        content.cells().stream()
            .<JsonNode>map(cell -> JsonNodeFactory.instance.rawValueNode(new RawValue(cell)))
            .toList();
    return diagram.with(content.vector(), cells);
  }

  static List<DfdDiagram> withContents(
      List<DfdDiagram> diagrams, Map<UUID, DiagramContent> contents) {
    return diagrams.stream()
        .map(diagram ->
            contents.containsKey(diagram.id())
                ? withContent(diagram, contents.get(diagram.id()))
                : diagram)
        .toList();
  }

  private static List<PaletteColor> palette(JsonArray column) {
    return column == null
        ? null
        : column.stream()
            .map(JsonObject.class::cast)
            .map(c -> new PaletteColor(c.getInteger("position"), c.getString("color")))
            .toList();
  }
}
