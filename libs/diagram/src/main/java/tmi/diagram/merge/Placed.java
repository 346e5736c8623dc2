package tmi.diagram.merge;

import java.util.UUID;
import tmi.diagram.cell.Cell;

/// A cell at its place in the list, with who wrote it last.
///
/// @param rank sorts the list
/// @param seq the operation that wrote it last
/// @param author who wrote it last
/// @param foreignSeq the last operation on it by anybody else; 0 when there is none
public record Placed(Cell cell, String rank, long seq, UUID author, long foreignSeq) {

  /// The id of the cell.
  public UUID id() {
    return cell.id();
  }

  /// The same cell after another operation on it.
  Placed writtenBy(UUID writer, long number) {
    return new Placed(
        cell, rank, number, writer, writer.equals(author) ? foreignSeq : Math.max(seq, foreignSeq));
  }

  Placed saying(Cell changed) {
    return new Placed(changed, rank, seq, author, foreignSeq);
  }

  Placed at(String otherRank) {
    return new Placed(cell, otherRank, seq, author, foreignSeq);
  }
}
