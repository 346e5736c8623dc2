package tmi.diagram.store.content;

import java.util.List;
import java.util.UUID;
import tmi.diagram.cell.Cell;

/// A diagram's content at one moment.
///
/// @param vector the number of the last operation in it
/// @param cells in list order, back to front
public record DiagramContent(UUID diagramId, UUID modelId, long vector, List<Cell> cells) {
  public DiagramContent {
    cells = List.copyOf(cells);
  }
}
