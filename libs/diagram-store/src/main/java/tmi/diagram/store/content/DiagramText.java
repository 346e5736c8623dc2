package tmi.diagram.store.content;

import java.util.List;
import java.util.UUID;

/// A diagram's content at one moment, for handing on: nothing of it is read into trees, which can
/// be twenty times as large as their text.
///
/// @param vector the number of the last operation in it
/// @param cells each cell's JSON, in list order, back to front
public record DiagramText(UUID diagramId, UUID modelId, long vector, List<String> cells) {
  public DiagramText {
    cells = List.copyOf(cells);
  }
}
