package tmi.diagram.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tmi.diagram.Json.flow;
import static tmi.diagram.Json.id;
import static tmi.diagram.Json.inside;
import static tmi.diagram.Json.json;
import static tmi.diagram.Json.object;
import static tmi.diagram.Json.process;
import static tmi.diagram.merge.Board.add;
import static tmi.diagram.merge.Board.remove;
import static tmi.diagram.merge.Board.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.diagram.operation.CellOperation;
import tmi.diagram.rule.CellRules;
import tmi.diagram.rule.Reason;
import tmi.diagram.rule.Refused;

class EditingTest {
  private static final UUID ANA = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);
  private final Board board = new Board();

  private static ObjectNode moved(int number, int x) {
    return process(number).put("x", x);
  }

  private static ObjectNode dragged(int number, int x) {
    return object(
        "{'id':'%s','shape':'process','position':{'x':%d,'y':20}}".formatted(id(number), x));
  }

  private static ObjectNode labelled(ObjectNode cell, String label) {
    cell.withObject("/attrs/text").put("text", label);
    return cell;
  }

  @Test
  void newCellsGoToTheEnd() {
    board.edit(ANA, 0, add(process(1)), add(process(2)));
    board.edit(ANA, 0, add(process(3)));

    assertThat(board.ids()).containsExactly(id(1), id(2), id(3));
  }

  @Test
  void addOfAKnownIdIsToldAsUpdate() {
    board.edit(ANA, 0, add(process(1)));

    var applied = board.edit(BEN, 1, add(moved(1, 99))).orElseThrow();

    assertThat(applied.cells()).containsExactly(new CellOperation.Update(id(1), moved(1, 99)));
  }

  /// Else what was drawn live could not be saved by REST, which looks at the whole cell.
  @Test
  void aNodeThatBecomesAFlowKeepsOnlyWhatAFlowMayHave() {
    board.edit(ANA, 0, add(process(1)), add(process(2)), add(process(3)));
    String becomes = "{'id':'%s','shape':'flow','source':{'cell':'%s'},'target':{'cell':'%s'}}";

    board.edit(ANA, 1, update(object(becomes.formatted(id(3), id(1), id(2)))));

    assertThat(CellRules.strict(board.data(id(3))).isEdge()).isTrue();
  }

  @Test
  void removeOfAnUnknownIdIsNothing() {
    assertThat(board.edit(ANA, 0, remove(id(1)))).isEmpty();
  }

  @Test
  void sayingWhatIsThereAlreadyTakesNoNumber() {
    board.edit(ANA, 0, add(process(1)));

    assertThat(board.edit(ANA, 1, update(process(1)))).isEmpty();
    assertThat(board.head()).isEqualTo(1);
  }

  @Test
  void updateOfARemovedCellIsAConflict() {
    board.edit(ANA, 0, add(process(1)));
    board.edit(BEN, 1, remove(id(1)));

    assertThatThrownBy(() -> board.edit(ANA, 1, update(process(1))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal().reason()).isEqualTo(Reason.CONFLICT_DETECTED);
              assertThat(refused.refusal().detail()).isEqualTo("update_nonexistent_cell");
              assertThat(refused.refusal().cells()).containsExactly(id(1));
            });
  }

  @Test
  void aRefusedBatchLeavesNoTrace() {
    board.edit(ANA, 0, add(process(1)));

    assertThatThrownBy(() -> board.edit(ANA, 1, add(process(2)), update(process(3))))
        .isInstanceOf(Refused.class);

    assertThat(board.ids()).containsExactly(id(1));
    assertThat(board.head()).isEqualTo(1);
  }

  @Test
  void ofTheSamePlaceTheLaterCommitWins() {
    board.edit(ANA, 0, add(process(1)));
    board.edit(BEN, 1, update(moved(1, 50)));
    board.edit(ANA, 1, update(moved(1, 70)));

    assertThat(board.data(id(1))).isEqualTo(moved(1, 70));
  }

  @Test
  void aLaggingBaseNeverTakesBackOnesOwnEdits() {
    board.edit(ANA, 0, add(process(1)));
    board.edit(ANA, 0, update(moved(1, 50)));
    board.edit(BEN, 2, update(labelled(moved(1, 50), "Ben")));

    board.edit(ANA, 0, update(labelled(moved(1, 50), "P1").put("y", 77)));

    assertThat(board.data(id(1)).get("x").intValue()).isEqualTo(50);
    assertThat(board.data(id(1)).get("y").intValue()).isEqualTo(77);
    assertThat(board.data(id(1)).at("/attrs/text/text").textValue()).isEqualTo("Ben");
  }

  @Test
  void whatWasSetToWhatItWasAlreadyIsKnownToItsAuthor() {
    board.edit(ANA, 0, add(process(1)));
    board.edit(BEN, 1, update(moved(1, 50)));
    board.edit(ANA, 1, update(moved(1, 50).put("y", 5)));
    board.edit(BEN, 3, update(moved(1, 80).put("y", 5)));

    board.edit(ANA, 1, update(moved(1, 50).put("y", 6)));

    assertThat(board.data(id(1)).get("x").intValue()).isEqualTo(80);
    assertThat(board.data(id(1)).get("y").intValue()).isEqualTo(6);
  }

  @Test
  void aCellThatSomebodyElseAddedLaterIsKnownToWhoNamesIt() {
    board.edit(BEN, 0, add(process(1)));
    board.edit(BEN, 1, update(labelled(process(1), "Ben")));

    board.edit(ANA, 0, update(moved(1, 90)));

    assertThat(board.data(id(1)).at("/attrs/text/text").textValue()).isEqualTo("Ben");
    assertThat(board.data(id(1)).get("x").intValue()).isEqualTo(90);
  }

  @Test
  void aDragChangesJustItsPlace() {
    ObjectNode rich = process(1).put("angle", 3);
    rich.putObject("data").put("status", "In Progress");
    board.edit(ANA, 0, add(rich));

    board.edit(ANA, 0, update(dragged(1, 44)));

    assertThat(board.data(id(1))).isEqualTo(rich.deepCopy().put("x", 44));
  }

  @Test
  void anAbsentKeyIsRemovedUnlessTheClientNeverSendsIt() {
    ObjectNode rich = process(1).put("angle", 3).put("zIndex", 4).put("note", "x");
    board.edit(ANA, 0, add(rich));

    board.edit(ANA, 0, update(process(1)));

    assertThat(board.data(id(1))).isEqualTo(process(1).put("angle", 3).put("zIndex", 4));
  }

  @Test
  void barePortsKeepTheStoredGroups() {
    ObjectNode node = process(1);
    node.set("ports", json("{'groups':{'in':{'position':'left'}},'items':[]}"));
    board.edit(ANA, 0, add(node));
    ObjectNode sent = process(1);
    sent.set("ports", json("[{'id':'top','group':'in'}]"));

    board.edit(ANA, 0, update(sent));

    assertThat(board.data(id(1)).get("ports"))
        .isEqualTo(
            json("{'groups':{'in':{'position':'left'}},'items':[{'id':'top','group':'in'}]}"));
  }

  @Test
  void aRemovedNodeTakesItsFlowsAlongAndLiftsItsChildren() {
    board.edit(ANA, 0, add(process(1)), add(inside(2, 1)), add(inside(3, 2)), add(process(4)));
    board.edit(ANA, 0, add(flow(5, 2, 4)), add(flow(6, 3, 4)));

    var applied = board.edit(ANA, 0, remove(id(2))).orElseThrow();

    assertThat(applied.cells())
        .containsExactly(
            new CellOperation.Update(id(3), inside(3, 1)), remove(id(5)), remove(id(2)));
    assertThat(board.ids()).containsExactly(id(1), id(3), id(4), id(6));
  }

  @Test
  void childrenOfAWholeRemovedChainGoToTheTop() {
    board.edit(ANA, 0, add(process(1)), add(inside(2, 1)), add(inside(3, 2)));

    board.edit(ANA, 0, remove(id(1)), remove(id(2)));

    assertThat(board.data(id(3)).get("parent").isNull()).isTrue();
  }

  @Test
  void aLeftParentNoLongerListsTheChild() {
    ObjectNode parent = process(1);
    parent.putArray("children").add(id(2).toString()).add(id(3).toString());
    board.edit(ANA, 0, add(parent), add(inside(2, 1)), add(inside(3, 1)));

    board.edit(BEN, 1, update(process(2)));

    assertThat(board.data(id(1)).get("children")).isEqualTo(json("['%s']".formatted(id(3))));
  }

  @Test
  void eventsTellNodesBeforeFlows() {
    var applied =
        board.edit(ANA, 0, add(flow(3, 1, 2)), add(process(1)), add(process(2))).orElseThrow();

    assertThat(applied.cells()).extracting(CellOperation::id).containsExactly(id(1), id(2), id(3));
    assertThat(board.ids()).containsExactly(id(3), id(1), id(2));
  }

  @Test
  void aFlowNeedsBothEnds() {
    board.edit(ANA, 0, add(process(1)));

    assertThatThrownBy(() -> board.edit(ANA, 1, add(flow(3, 1, 2))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("both cells");
  }

  @Test
  void aLoopOfParentsIsBroken() {
    board.edit(ANA, 0, add(process(1)), add(process(2)));
    board.edit(ANA, 1, update(inside(1, 2)));

    board.edit(BEN, 1, update(inside(2, 1)));

    assertThat(board.data(id(1)).get("parent").textValue()).isEqualTo(id(2).toString());
    assertThat(board.data(id(2)).get("parent").isNull()).isTrue();
  }

  @Test
  void anOperationThatNamesACellTwiceIsRefusedAndLeavesNoTrace() {
    board.edit(ANA, 0, add(moved(1, 5)));

    assertThatThrownBy(() -> board.edit(ANA, 1, update(moved(1, 6)), remove(id(1))))
        .hasMessage("operation.cells must name each cell once");
    assertThat(board.head()).isEqualTo(1);
    assertThat(board.data(id(1)).get("x").intValue()).isEqualTo(5);
  }

  @Test
  void anIdThatIsNotTheDatasOwnIsRefused() {
    assertThatThrownBy(() -> board.edit(ANA, 0, new CellOperation.Add(id(1), process(2))))
        .hasMessageContaining("data.id");
  }

  @Test
  void fiveHundredCellsAreAnOperationAndOneMoreIsNot() {
    List<CellOperation> cells = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      cells.add(add(process(i)));
    }
    assertThat(board.edit(ANA, 0, cells.toArray(CellOperation[]::new))).isPresent();
    cells.add(add(process(500)));

    assertThatThrownBy(() -> board.edit(ANA, 0, cells.toArray(CellOperation[]::new)))
        .hasMessageContaining("500");
    assertThatThrownBy(() -> board.edit(ANA, 0)).hasMessageContaining("at least one");
  }

  @Test
  void theTenThousandAndFirstCellIsRefused() {
    for (int i = 0; i < 20; i++) {
      List<CellOperation> cells = new ArrayList<>();
      for (int k = 0; k < 500; k++) {
        cells.add(add(process(i * 500 + k)));
      }
      board.edit(ANA, 0, cells.toArray(CellOperation[]::new));
    }

    assertThatThrownBy(() -> board.edit(ANA, 0, add(process(10_000))))
        .hasMessageContaining("10000 cells");
    assertThat(board.edit(ANA, 0, add(process(10_000)), remove(id(1)))).isPresent();
  }
}
