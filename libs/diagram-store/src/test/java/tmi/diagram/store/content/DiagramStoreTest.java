package tmi.diagram.store.content;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.diagram.store.content.Database.await;
import static tmi.diagram.store.content.Drawing.add;
import static tmi.diagram.store.content.Drawing.drag;
import static tmi.diagram.store.content.Drawing.edit;
import static tmi.diagram.store.content.Drawing.flow;
import static tmi.diagram.store.content.Drawing.node;
import static tmi.diagram.store.content.Drawing.redo;
import static tmi.diagram.store.content.Drawing.remove;
import static tmi.diagram.store.content.Drawing.undo;
import static tmi.diagram.store.content.Drawing.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tmi.diagram.cell.Cell;
import tmi.diagram.operation.Applied;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.Outcome;
import tmi.diagram.store.log.Replay;

class DiagramStoreTest {
  private static final UUID ANA = UUID.randomUUID();
  private static final UUID BEN = UUID.randomUUID();
  private static Database database;
  private static DiagramStore store;

  private final UUID diagram = database.diagram();

  @BeforeAll
  static void start() throws IOException {
    database = new Database();
    store = database.store();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private List<Outcome> apply(Batch... batches) {
    return await(store.apply(diagram, List.of(batches), Closing.NONE));
  }

  private Applied stored(Batch batch) {
    Outcome outcome = apply(batch).getFirst();
    assertThat(outcome).isInstanceOf(Outcome.Stored.class);
    return ((Outcome.Stored) outcome).applied();
  }

  private DiagramContent content() {
    return await(store.read(diagram)).orElseThrow();
  }

  private ObjectNode cell(UUID id) {
    return content().cells().stream()
        .filter(cell -> cell.id().equals(id))
        .map(Cell::data)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNewDiagramIsEmptyWithVectorZero() {
    assertThat(content().vector()).isZero();
    assertThat(content().cells()).isEmpty();
  }

  @Test
  void anUnknownDiagramIsMissing() {
    UUID unknown = UUID.randomUUID();

    assertThat(await(store.read(unknown))).isEmpty();
    assertThat(await(store.since(unknown, 0, 10))).isEmpty();
    assertThat(await(store.apply(unknown, List.of(undo(ANA)), Closing.NONE)))
        .containsExactly(new Outcome.Missing());
  }

  @Test
  void anOperationIsStoredFlatAndRaisesTheVectorByOne() {
    UUID id = UUID.randomUUID();

    Applied applied = stored(edit(ANA, 0, add(node(id, 7, "Billing"))));

    assertThat(applied.seq()).isEqualTo(1);
    assertThat(content().vector()).isEqualTo(1);
    assertThat(cell(id).get("x").intValue()).isEqualTo(7);
    assertThat(cell(id).has("position")).isFalse();
    assertThat(cell(id).get("parent").isNull()).isTrue();
  }

  @Test
  void aDragKeepsTextAndOthersGetTheWholeCell() {
    UUID id = UUID.randomUUID();
    stored(edit(ANA, 0, add(node(id, 7, "Billing"))));

    Applied applied = stored(edit(ANA, 0, update(drag(id, 90))));

    assertThat(cell(id).at("/attrs/text/text").textValue()).isEqualTo("Billing");
    var told = (tmi.diagram.operation.CellOperation.Update) applied.cells().getFirst();
    assertThat(told.data()).isEqualTo(cell(id));
  }

  @Test
  void changesOfDifferentPlacesBothStay() {
    UUID id = UUID.randomUUID();
    stored(edit(ANA, 0, add(node(id, 7, "Billing"))));
    stored(edit(BEN, 1, update(node(id, 7, "Invoices"))));

    stored(edit(ANA, 1, update(node(id, 90, "Billing"))));

    assertThat(cell(id).at("/attrs/text/text").textValue()).isEqualTo("Invoices");
    assertThat(cell(id).get("x").intValue()).isEqualTo(90);
  }

  @Test
  void aGroupSharesACommitAndItsBadBatchIsRefusedAlone() {
    UUID id = UUID.randomUUID();

    List<Outcome> outcomes =
        apply(
            edit(ANA, 0, add(node(id, 7, "A"))),
            edit(BEN, 0, update(node(UUID.randomUUID(), 1, "gone"))),
            edit(BEN, 0, update(drag(id, 40))));

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Stored.class);
    assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Stored.class);
    assertThat(content().vector()).isEqualTo(2);
    assertThat(
            database.query(
                "select count(distinct xmin::text) from diagram.operations where diagram_id = '"
                    + diagram
                    + "'"))
        .containsExactly("1");
  }

  @Test
  void aRepeatedOperationGivesItsFirstOutcome() {
    UUID id = UUID.randomUUID();
    Batch batch = edit(ANA, 0, add(node(id, 7, "A")));
    Applied first = stored(batch);

    List<Outcome> again = apply(batch, batch);

    assertThat(again).allMatch(o -> o instanceof Outcome.Duplicate);
    Applied repeated = ((Outcome.Duplicate) again.getFirst()).applied();
    assertThat(repeated).isEqualTo(first);
    assertThat(content().vector()).isEqualTo(1);
  }

  @Test
  void anOperationIdIsNotTakenForAnotherBodyOrAuthor() {
    UUID operationId = UUID.randomUUID();
    UUID id = UUID.randomUUID();
    stored(edit(operationId, ANA, 0, add(node(id, 7, "A"))));

    List<Outcome> outcomes =
        apply(
            edit(operationId, ANA, 0, add(node(id, 8, "A"))),
            edit(operationId, BEN, 0, add(node(id, 7, "A"))));

    assertThat(outcomes).allMatch(o -> o instanceof Outcome.Refused);
  }

  @Test
  void aNoOpIsAnsweredWithTheHeadAndTakesNoNumber() {
    UUID id = UUID.randomUUID();
    stored(edit(ANA, 0, add(node(id, 7, "A"))));

    List<Outcome> outcomes =
        apply(edit(ANA, 1, update(drag(id, 7))), edit(ANA, 1, remove(UUID.randomUUID())));

    assertThat(outcomes).containsExactly(new Outcome.NoChange(1), new Outcome.NoChange(1));
  }

  @Test
  void removingANodeRemovesItsFlowsOutOfTenThousandCells() {
    UUID a = UUID.randomUUID();
    UUID b = UUID.randomUUID();
    UUID flow = UUID.randomUUID();
    stored(edit(ANA, 0, add(node(a, 0, "A")), add(node(b, 0, "B")), add(flow(flow, a, b))));

    Applied applied = stored(edit(ANA, 0, remove(a)));

    assertThat(applied.cells()).containsExactly(remove(flow), remove(a));
    assertThat(content().cells()).extracting(Cell::id).containsExactly(b);
  }

  @Test
  void undoTakesBackAndRedoBringsBack() {
    UUID a = UUID.randomUUID();
    UUID b = UUID.randomUUID();
    UUID flow = UUID.randomUUID();
    stored(edit(ANA, 0, add(node(a, 0, "A")), add(node(b, 0, "B")), add(flow(flow, a, b))));
    stored(edit(ANA, 0, remove(a)));
    List<Cell> afterRemoval = content().cells();

    stored(undo(ANA));
    assertThat(content().cells()).extracting(Cell::id).containsExactly(a, b, flow);

    stored(redo(ANA));
    assertThat(content().cells()).isEqualTo(afterRemoval);
    assertThat(apply(redo(ANA))).containsExactly(new Outcome.NothingLeft(4));

    stored(undo(ANA));
    stored(undo(ANA));
    assertThat(content().cells()).isEmpty();
    assertThat(apply(undo(ANA))).containsExactly(new Outcome.NothingLeft(6));
  }

  @Test
  void undoLeavesWhatOthersWroteOver() {
    UUID id = UUID.randomUUID();
    stored(edit(BEN, 0, add(node(id, 0, "A"))));
    stored(edit(ANA, 1, update(node(id, 50, "B"))));
    stored(edit(BEN, 2, update(drag(id, 70))));

    stored(undo(ANA));

    assertThat(cell(id).at("/attrs/text/text").textValue()).isEqualTo("A");
    assertThat(cell(id).get("x").intValue()).isEqualTo(70);
  }

  @Test
  void replayGivesTheSameOperationsThatWereAnswered() {
    UUID id = UUID.randomUUID();
    Applied first = stored(edit(ANA, 0, add(node(id, 7, "A"))));
    Applied second = stored(edit(BEN, 1, update(drag(id, 9))));

    Replay replay = await(store.since(diagram, 0, 10)).orElseThrow();

    assertThat(replay).isEqualTo(new Replay(2, true, List.of(first, second)));
    assertThat(await(store.since(diagram, 1, 10)).orElseThrow().operations())
        .containsExactly(second);
    assertThat(await(store.since(diagram, 2, 10)).orElseThrow().operations()).isEmpty();
  }

  @Test
  void headsComeForManyDiagramsAtOnce() {
    UUID other = database.diagram();
    stored(edit(ANA, 0, add(node(UUID.randomUUID(), 7, "A"))));

    assertThat(await(store.heads(List.of(diagram, other, UUID.randomUUID()))))
        .isEqualTo(Map.of(diagram, 1L, other, 0L));
  }
}
