package tmi.diagram.operation;

import java.util.List;
import java.util.UUID;

/// An operation that is in the log.
///
/// @param seq its number, which is also the diagram's update vector after it
/// @param cells the operation as others get it: whole resulting cells, nodes before flows, cascades
///   included, `add` only for cells that were not there
/// @param reordered the list order of cells changed too, which the cells here do not tell: whoever
///   must follow needs the whole state
public record Applied(
    long seq, UUID operationId, UUID author, List<CellOperation> cells, boolean reordered) {
  public Applied {
    cells = List.copyOf(cells);
  }
}
