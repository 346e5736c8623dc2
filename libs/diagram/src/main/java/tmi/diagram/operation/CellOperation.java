package tmi.diagram.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/// One step of a batch. Coming in, `data` is what the client sent (nested or flat, perhaps only a
/// part of the cell); going out, it is always the whole resulting cell.
public sealed interface CellOperation {
  /// The cell that is meant.
  UUID id();

  /// Puts a new cell at the end of the list; a known id is updated instead.
  record Add(UUID id, ObjectNode data) implements CellOperation {}

  /// Changes a cell. Data with `attrs` is the whole cell, data without it is merged by key.
  record Update(UUID id, ObjectNode data) implements CellOperation {}

  /// Takes a cell away, with the flows that end at it; an unknown id is nothing to do.
  record Remove(UUID id) implements CellOperation {}
}
