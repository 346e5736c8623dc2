package tmi.diagram.merge;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.cell.Cell;
import tmi.diagram.rule.Limits;
import tmi.diagram.rule.Refusal;
import tmi.diagram.rule.Refused;

/// What an operation adds to the size of a diagram. Only growth is refused: what was too large
/// before these limits may be changed and made smaller.
final class Growth {
  private Growth() {}

  /// The bytes that these rows add to the sheet (less than 0 when they take some away); throws
  /// `Refused` when a cell or the diagram would grow beyond its limit. Costs what the rows cost,
  /// not what the diagram does.
  static long of(Sheet sheet, Map<UUID, Optional<Placed>> rows) {
    long grown = 0;
    for (var row : rows.entrySet()) {
      int before = bytes(sheet.find(row.getKey()));
      int after = bytes(row.getValue());
      if (after > Limits.CELL_BYTES && after > before) {
        throw new Refused(
            Refusal.invalid(
                "cell_too_large",
                "a cell must be at most "
                    + Limits.CELL_BYTES
                    + " bytes of JSON, this one has "
                    + after,
                row.getKey()));
      }
      grown += after - before;
    }
    if (grown > 0 && sheet.bytes() + grown > Limits.DIAGRAM_BYTES) {
      throw new Refused(
          Refusal.invalid(
              "diagram_too_large",
              "the cells of a diagram must be at most "
                  + Limits.DIAGRAM_BYTES
                  + " bytes of JSON together, they would be "
                  + (sheet.bytes() + grown)));
    }
    return grown;
  }

  private static int bytes(Optional<Placed> placed) {
    return placed.map(Placed::cell).map(Cell::bytes).orElse(0);
  }
}
