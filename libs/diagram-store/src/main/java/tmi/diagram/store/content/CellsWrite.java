package tmi.diagram.store.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/// A whole list of cells that is to replace a diagram's content.
///
/// @param operationId a fresh id for the log
/// @param author the internal id of the caller
/// @param cells as sent, in list order
/// @param form how strictly the cells are looked at
/// @param base what the list was made from
public record CellsWrite(
    UUID operationId, UUID author, List<JsonNode> cells, Form form, Base base) {
  public CellsWrite {
    cells = List.copyOf(cells);
  }

  /// How a cell that breaks the schema is met.
  public enum Form {
    /// Refused, as PUT does.
    STRICT,
    /// Accepted and stored repaired, as PATCH does.
    REPAIR
  }
}
