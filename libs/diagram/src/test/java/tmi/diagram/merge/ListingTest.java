package tmi.diagram.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tmi.diagram.Json.flow;
import static tmi.diagram.Json.id;
import static tmi.diagram.Json.inside;
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
import tmi.diagram.rule.Refused;

class ListingTest {
  private static final UUID ANA = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);
  private static final Optional<Long> CURRENT = Optional.empty();
  private final Board board = new Board();

  private List<ObjectNode> read() {
    return board.cells().stream().map(Cell::data).toList();
  }

  @Test
  void theCellsJustReadLeaveTheVectorAsItWas() {
    board.list(ANA, CURRENT, List.of(process(1), flow(3, 1, 2), process(2)));

    assertThat(board.list(ANA, CURRENT, read())).isEmpty();
    assertThat(board.list(BEN, Optional.of(1L), read())).isEmpty();
    assertThat(board.head()).isEqualTo(1);
  }

  @Test
  void orderIsKeptAndAChangedOrderRaisesTheVectorByOne() {
    board.list(ANA, CURRENT, List.of(process(3), process(1), process(2)));
    assertThat(board.ids()).containsExactly(id(3), id(1), id(2));

    var applied = board.list(ANA, CURRENT, List.of(process(2), process(3), process(1)));

    assertThat(board.ids()).containsExactly(id(2), id(3), id(1));
    assertThat(applied.orElseThrow().reordered()).isTrue();
    assertThat(applied.orElseThrow().cells()).isEmpty();
    assertThat(board.head()).isEqualTo(2);
  }

  @Test
  void newCellsStandWhereTheListHasThem() {
    board.list(ANA, CURRENT, List.of(process(1), process(2)));

    var applied =
        board.list(
            ANA, CURRENT, List.of(process(3), process(1), process(4), process(5), process(2)));

    assertThat(board.ids()).containsExactly(id(3), id(1), id(4), id(5), id(2));
    assertThat(applied.orElseThrow().reordered()).isFalse();
  }

  @Test
  void whatOthersDidSinceTheBaseStays() {
    board.list(ANA, CURRENT, List.of(process(1), process(2), process(3)));
    board.edit(BEN, 1, update(process(1).put("x", 99)), add(process(4)), remove(id(3)));

    board.list(ANA, Optional.of(1L), List.of(process(1).put("y", 77), process(2), process(3)));

    assertThat(board.ids()).containsExactly(id(1), id(2), id(4));
    assertThat(board.data(id(1))).isEqualTo(process(1).put("x", 99).put("y", 77));
  }

  @Test
  void withoutABaseTheListIsWhatIsToBe() {
    board.list(ANA, CURRENT, List.of(process(1), process(2)));
    board.edit(BEN, 1, add(process(4)));

    board.list(ANA, CURRENT, List.of(process(2)));

    assertThat(board.ids()).containsExactly(id(2));
  }

  @Test
  void aRemovedNodeTakesItsFlowsAlongButLooseOnesAreKept() {
    board.list(ANA, CURRENT, List.of(process(1), process(2), flow(3, 1, 2), flow(4, 8, 9)));

    board.list(ANA, CURRENT, List.of(process(2), flow(3, 1, 2), flow(4, 8, 9)));

    assertThat(board.ids()).containsExactly(id(2), id(4));
  }

  @Test
  void aChangedCellThatOthersRemovedIsAConflict() {
    board.list(ANA, CURRENT, List.of(process(1), process(2)));
    board.edit(BEN, 1, remove(id(1)));

    assertThatThrownBy(
            () -> board.list(ANA, Optional.of(1L), List.of(process(1).put("x", 5), process(2))))
        .isInstanceOf(Refused.class);
  }

  @Test
  void keysThatTheOldClientNeverSendsStayInAThreeWayWrite() {
    ObjectNode rich = process(1).put("angle", 3).put("note", "x");
    board.list(ANA, CURRENT, List.of(rich));

    board.list(ANA, Optional.of(1L), List.of(process(1)));
    assertThat(board.data(id(1))).isEqualTo(process(1).put("angle", 3));

    board.list(ANA, CURRENT, List.of(process(1)));
    assertThat(board.data(id(1))).isEqualTo(process(1));
  }

  @Test
  void repeatedIdsAreRefusedByPutAndTheLaterOnesDroppedByPatch() {
    board.list(ANA, CURRENT, List.of(process(1), process(1).put("x", 99)));
    assertThat(board.data(id(1)).get("x").intValue()).isEqualTo(10);

    assertThatThrownBy(() ->
            board.merging.list(
                id(9),
                ANA,
                new Merging.ListWrite(List.of(process(1), process(1)), true, CURRENT, true)))
        .hasMessageContaining("repeat");
  }

  @Test
  void childrenOfARemovedParentAreLifted() {
    board.list(ANA, CURRENT, List.of(process(1), inside(2, 1)));

    board.list(ANA, CURRENT, List.of(inside(2, 1)));

    assertThat(board.data(id(2)).get("parent").isNull()).isTrue();
  }
}
