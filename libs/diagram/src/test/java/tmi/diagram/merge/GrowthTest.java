package tmi.diagram.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tmi.diagram.Json.id;
import static tmi.diagram.Json.process;
import static tmi.diagram.merge.Board.add;
import static tmi.diagram.merge.Board.remove;
import static tmi.diagram.merge.Board.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.diagram.cell.Cell;
import tmi.diagram.rule.Limits;

/// Cells and diagrams have a limit in bytes, by every way in, and what is larger already may
/// shrink.
class GrowthTest {
  private static final UUID ANA = new UUID(1, 1);
  private static final int NODE = new Cell(id(1), sized(1, 0)).bytes();
  private final Board board = new Board();

  private static ObjectNode sized(int number, int more) {
    ObjectNode cell = process(number);
    cell.withObject("/data").put("note", "x".repeat(more));
    return cell;
  }

  /// A cell of exactly this many bytes.
  private static ObjectNode of(int number, int bytes) {
    return sized(number, bytes - NODE - (number > 9 ? 1 : 0));
  }

  private long sum() {
    return board.cells().stream().mapToLong(Cell::bytes).sum();
  }

  @Test
  void aCellOf64KibibytesIsTakenAndOneByteMoreIsNot() {
    board.edit(ANA, 0, add(of(1, Limits.CELL_BYTES)));

    assertThat(board.merging.sheet().bytes()).isEqualTo(65_536).isEqualTo(sum());
    assertThatThrownBy(() -> board.edit(ANA, 0, add(of(2, Limits.CELL_BYTES + 1))))
        .hasMessage("a cell must be at most 65536 bytes of JSON, this one has 65537");
    assertThatThrownBy(() ->
            board.list(ANA, Optional.empty(), List.of(of(1, 9_000), of(2, Limits.CELL_BYTES + 1))))
        .hasMessageContaining("65536");
    assertThat(board.head()).isEqualTo(1);
  }

  @Test
  void lettersOutsideAsciiCountAsTheirBytes() {
    ObjectNode cell = process(1);
    cell.withObject("/data").put("note", "\u20AC".repeat(22_000));

    assertThatThrownBy(() -> board.edit(ANA, 0, add(cell))).hasMessageContaining("65536");
  }

  @Test
  void theSizeFollowsEveryKindOfChange() {
    board.edit(ANA, 0, add(of(1, 5_000)), add(of(2, 700)), add(tmi.diagram.Json.flow(3, 1, 2)));
    board.edit(ANA, 1, update(of(1, 900)));
    assertThat(board.merging.sheet().bytes()).isEqualTo(sum());
    board.edit(ANA, 2, remove(id(1)));
    assertThat(board.merging.sheet().bytes()).isEqualTo(sum());
    board.invert(ANA, 3);
    assertThat(board.merging.sheet().bytes()).isEqualTo(sum());
    board.list(ANA, Optional.empty(), List.of(of(2, 800), of(4, 1_000)));
    assertThat(board.merging.sheet().bytes()).isEqualTo(sum()).isEqualTo(1_800);
  }

  @Test
  void aDiagramAtItsLimitTakesNoMoreButMayShrink() {
    for (int i = 0; i < 256; i++) {
      board.edit(ANA, 0, add(at64(i)));
    }
    assertThat(board.merging.sheet().bytes()).isEqualTo(Limits.DIAGRAM_BYTES);

    assertThatThrownBy(() -> board.edit(ANA, 256, add(process(300))))
        .hasMessageStartingWith("the cells of a diagram must be at most 16777216 bytes of JSON");
    assertThatThrownBy(() -> board.edit(ANA, 256, add(process(300)), update(process(299))))
        .isInstanceOf(tmi.diagram.rule.Refused.class);
    assertThat(board.edit(ANA, 256, add(process(300)), remove(id(0)))).isPresent();
  }

  private static ObjectNode at64(int number) {
    ObjectNode cell = sized(number, 0);
    int missing = Limits.CELL_BYTES - new Cell(id(number), cell).bytes();
    return sized(number, missing);
  }

  @Test
  void whatWasTooLargeBeforeMayBeMovedAndMadeSmallerButNotGrow() {
    ObjectNode large = sized(1, 100_000);
    Placed stored = new Placed(new Cell(id(1), large), Rank.after(""), 1, ANA, 0);
    long bytes = Limits.DIAGRAM_BYTES + 5L;
    Merging merging =
        new Merging(new Sheet(1, 1, bytes, Rank.after(""), List.of(stored)), new Past());

    edit(merging, large.deepCopy().put("x", 99));
    edit(merging, sized(1, 90_000));

    assertThat(merging.sheet().bytes()).isEqualTo(bytes - 10_000);
    assertThatThrownBy(() -> edit(merging, sized(1, 90_001))).hasMessageContaining("65536");
  }

  private static void edit(Merging merging, ObjectNode cell) {
    var edit = new tmi.diagram.operation.Intent.Edit(9, List.of(update(cell)));
    assertThat(merging.edit(UUID.randomUUID(), ANA, edit)).isPresent();
  }
}
