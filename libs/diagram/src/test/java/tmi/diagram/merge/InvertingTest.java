package tmi.diagram.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.diagram.Json.flow;
import static tmi.diagram.Json.id;
import static tmi.diagram.Json.inside;
import static tmi.diagram.Json.process;
import static tmi.diagram.merge.Board.add;
import static tmi.diagram.merge.Board.remove;
import static tmi.diagram.merge.Board.update;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvertingTest {
  private static final UUID ANA = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);
  private final Board board = new Board();

  @Test
  void anUndoneRemovalBringsBackFlowsChildrenAndPlace() {
    board.edit(ANA, 0, add(process(1)), add(process(2)), add(inside(3, 2)), add(process(4)));
    board.edit(ANA, 0, add(flow(5, 2, 4)));
    var before = board.cells();
    board.edit(ANA, 0, remove(id(2)));

    board.invert(ANA, 3);

    assertThat(board.cells()).isEqualTo(before);
  }

  @Test
  void aFlowComesBackOnlyWhenBothEndsAreThere() {
    board.edit(ANA, 0, add(process(1)), add(process(2)), add(flow(3, 1, 2)));
    board.edit(ANA, 0, remove(id(1)));
    board.edit(BEN, 2, remove(id(2)));

    board.invert(ANA, 2);

    assertThat(board.ids()).containsExactly(id(1));
  }

  @Test
  void anAddedCellStaysWhenOthersWorkedOnIt() {
    board.edit(ANA, 0, add(process(1)), add(process(2)));
    board.edit(BEN, 1, update(process(1).put("x", 99)));

    board.invert(ANA, 1);

    assertThat(board.ids()).containsExactly(id(1));
  }

  @Test
  void anAddedNodeStaysWhenOthersHungAFlowOnIt() {
    board.edit(ANA, 0, add(process(1)));
    board.edit(BEN, 1, add(process(2)), add(flow(3, 1, 2)));

    assertThat(board.invert(ANA, 1)).isEmpty();
  }

  @Test
  void twoEditsOfOnePlaceAreUndoneOneAfterTheOther() {
    board.edit(ANA, 0, add(process(1)));
    board.edit(ANA, 0, update(process(1).put("x", 50)));
    board.edit(ANA, 0, update(process(1).put("x", 60)));

    board.invert(ANA, 3);
    assertThat(board.data(id(1)).get("x").intValue()).isEqualTo(50);
    board.invert(ANA, 2);
    assertThat(board.data(id(1)).get("x").intValue()).isEqualTo(10);
  }

  @Test
  void redoneEditsStandAgain() {
    board.edit(ANA, 0, add(process(1)));
    board.edit(ANA, 0, update(process(1).put("x", 50)));
    board.edit(ANA, 0, update(process(1).put("x", 60)));
    board.invert(ANA, 3);
    board.invert(ANA, 4);

    assertThat(board.data(id(1)).get("x").intValue()).isEqualTo(60);
    assertThat(board.invert(ANA, 2)).isEmpty();
    board.invert(ANA, 5);
    assertThat(board.data(id(1)).get("x").intValue()).isEqualTo(50);
    board.invert(ANA, 2);
    assertThat(board.data(id(1)).get("x").intValue()).isEqualTo(10);
  }

  @Test
  void nothingLeftOfTheFirstLeadsToTheNext() {
    board.edit(ANA, 0, add(process(1)));
    board.edit(ANA, 0, update(process(1).put("y", 50)));
    board.edit(ANA, 0, update(process(1).put("x", 60).put("y", 50)));
    board.edit(BEN, 3, update(process(1).put("x", 70).put("y", 50)));

    board.invert(ANA, 3, 2);

    assertThat(board.data(id(1)).get("x").intValue()).isEqualTo(70);
    assertThat(board.data(id(1)).get("y").intValue()).isEqualTo(20);
  }
}
