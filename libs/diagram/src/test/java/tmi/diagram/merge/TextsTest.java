package tmi.diagram.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tmi.diagram.Json.flow;
import static tmi.diagram.Json.id;
import static tmi.diagram.Json.process;
import static tmi.diagram.merge.Board.add;
import static tmi.diagram.merge.Board.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.diagram.cell.Cell;
import tmi.diagram.rule.Refused;

/// A live operation stores no text that REST refuses, and one that is stored already stops nobody.
class TextsTest {
  private static final UUID ANA = new UUID(1, 1);
  private static final String TURNED = "P\u202E1";
  private final Board board = new Board();

  private static ObjectNode labelled(String text) {
    ObjectNode cell = process(1);
    cell.withObject("/attrs/text").put("text", text);
    return cell;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TURNED,
        "a\u200Bb",
        "a\u0301\u0302\u0303",
        "\u3164",
        "\uFF1Cb",
        "a\u0001b",
        "\u0085"
      })
  void noTextThatRestRefusesIsStored(String text) {
    ObjectNode noted = process(2);
    noted.withObject("/data").putArray("notes").addObject().put("text", text);
    ObjectNode keyed = process(3);
    keyed.withObject("/data").put("k" + text, 1);
    ObjectNode flow = flow(4, 1, 2);
    flow.putArray("labels").addObject().putObject("attrs").putObject("text").put("text", text);
    board.edit(ANA, 0, add(process(1)));

    for (ObjectNode cell : List.of(labelled(text), noted, keyed)) {
      assertThatThrownBy(() -> board.edit(ANA, 1, add(cell)))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("must not contain");
    }
    assertThatThrownBy(() -> board.edit(ANA, 1, add(process(2)), add(flow)))
        .isInstanceOf(Refused.class);
    assertThat(board.head()).isEqualTo(1);
  }

  @Test
  void theRefusalNamesCellAndPlace() {
    board.edit(ANA, 0, add(process(1)));

    assertThatThrownBy(() -> board.edit(ANA, 1, update(labelled(TURNED))))
        .hasMessage("attrs.text.text must not contain text-direction characters")
        .satisfies(e -> assertThat(((Refused) e).refusal().cells()).containsExactly(id(1)));
  }

  @Test
  void aDiagramThatHoldsSuchATextCanBeChangedEverywhereElse() {
    Placed stored = new Placed(new Cell(id(1), labelled(TURNED)), Rank.after(""), 1, ANA, 0);
    Merging merging = new Merging(new Sheet(1, 1, 0, Rank.after(""), List.of(stored)), new Past());

    merging.edit(UUID.randomUUID(), ANA, edit(labelled(TURNED).put("x", 77)));
    merging.list(
        UUID.randomUUID(),
        ANA,
        new Merging.ListWrite(
            List.of(labelled(TURNED).put("x", 78), process(2)), false, Optional.empty(), true));
    assertThat(merging.sheet().head()).isEqualTo(3);

    assertThatThrownBy(() -> merging.edit(UUID.randomUUID(), ANA, edit(labelled(TURNED + "2"))))
        .isInstanceOf(Refused.class);
    merging.edit(UUID.randomUUID(), ANA, edit(labelled("P1")));
    assertThat(merging.sheet().find(id(1)).orElseThrow().cell().data().at("/attrs/text/text"))
        .isEqualTo(com.fasterxml.jackson.databind.node.TextNode.valueOf("P1"));
  }

  @Test
  void aListThatHeldSuchATextMayBeChangedAroundIt() {
    ObjectNode flow = flow(3, 1, 2);
    flow.putArray("labels").addObject().putObject("attrs").putObject("text").put("text", TURNED);
    List<Placed> stored =
        List.of(
            new Placed(new Cell(id(1), process(1)), "A", 1, ANA, 0),
            new Placed(new Cell(id(2), process(2)), "B", 1, ANA, 0),
            new Placed(new Cell(id(3), flow), "C", 1, ANA, 0));
    Merging merging = new Merging(new Sheet(1, 3, 0, "C", stored), new Past());
    ObjectNode more = flow.deepCopy();
    more.withArray("labels").addObject().putObject("attrs").putObject("text").put("text", "ok");

    assertThat(merging.edit(UUID.randomUUID(), ANA, edit(more))).isPresent();
  }

  private static tmi.diagram.operation.Intent.Edit edit(ObjectNode cell) {
    return new tmi.diagram.operation.Intent.Edit(9, List.of(update(cell)));
  }
}
