package tmi.diagram.store.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tmi.diagram.store.content.Database.await;
import static tmi.diagram.store.content.Drawing.add;
import static tmi.diagram.store.content.Drawing.edit;
import static tmi.diagram.store.content.Drawing.flow;
import static tmi.diagram.store.content.Drawing.node;
import static tmi.diagram.store.content.Drawing.redo;
import static tmi.diagram.store.content.Drawing.remove;
import static tmi.diagram.store.content.Drawing.undo;
import static tmi.diagram.store.content.Drawing.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tmi.diagram.cell.Cell;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.Outcome;
import tmi.diagram.rule.Limits;
import tmi.diagram.rule.Refused;

/// The diagram's row knows how large its cells are, after every way of writing.
class SizeTest {
  private static final UUID ANA = UUID.randomUUID();
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

  private static ObjectNode noted(UUID id, String label, String note) {
    ObjectNode node = node(id, 7, label);
    node.putObject("data").put("note", note).put("half", 0.5).putNull("none");
    return node;
  }

  private Outcome apply(Batch batch) {
    return await(store.apply(diagram, List.of(batch), Closing.NONE)).getFirst();
  }

  private void stored(Batch batch) {
    assertThat(apply(batch)).isInstanceOf(Outcome.Stored.class);
    assertThat(kept()).isEqualTo(sum());
  }

  private long kept() {
    return Long.parseLong(
        database
            .query("select cell_bytes from diagram.diagrams where id = '" + diagram + "'")
            .getFirst());
  }

  private long sum() {
    return await(store.read(diagram)).orElseThrow().cells().stream().mapToLong(Cell::bytes).sum();
  }

  private void write(List<JsonNode> cells) {
    await(
        database
            .pool()
            .withTransaction(transaction ->
                store.write(
                    transaction,
                    diagram,
                    new CellsWrite(
                        UUID.randomUUID(), ANA, cells, CellsWrite.Form.REPAIR, new Base.Current()),
                    Guard.NONE)));
  }

  @Test
  void theRowKnowsTheSizeAfterEveryKindOfWrite() {
    UUID a = UUID.randomUUID();
    UUID b = UUID.randomUUID();
    stored(edit(ANA, 0, add(noted(a, "A \"\\ \u20AC", "x: y, z")), add(node(b, 1, "B"))));
    stored(edit(ANA, 1, add(flow(UUID.randomUUID(), a, b))));
    stored(edit(ANA, 2, update(noted(a, "Billing", "\n\t long: " + "n".repeat(900)))));
    stored(edit(ANA, 3, remove(a)));
    stored(undo(ANA));
    stored(redo(ANA));

    write(List.of(node(b, 1, "Bee"), noted(UUID.randomUUID(), "C", "")));
    assertThat(kept()).isEqualTo(sum()).isPositive();
    write(List.of());
    assertThat(kept()).isZero();
  }

  @Test
  void whatStoodThereBeforeTheSizeWasKeptIsCountedByTheMigration() throws IOException {
    stored(
        edit(
            ANA,
            0,
            add(noted(UUID.randomUUID(), "A \"b\\\" : c, \u20AC", "\\\", : {} []")),
            add(node(UUID.randomUUID(), 1, "a b"))));
    long before = kept();
    database.run("update diagram.diagrams set cell_bytes = 0");
    String migration = Database.migration("V0003__keep_diagram_size");

    database.run(migration.substring(migration.indexOf("update")));

    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void aDiagramAtItsLimitTakesNoMoreFromAnywhere() {
    List<JsonNode> cells = new ArrayList<>();
    for (int i = 0; i < 256; i++) {
      cells.add(noted(UUID.randomUUID(), "N", "x".repeat(65_000)));
    }
    write(cells);
    ObjectNode one = noted(UUID.randomUUID(), "N", "x".repeat(65_000));
    ObjectNode two = noted(UUID.randomUUID(), "N", "x".repeat(65_000));
    ObjectNode three = noted(UUID.randomUUID(), "N", "x".repeat(65_000));

    Outcome refused = apply(edit(ANA, 1, add(one), add(two), add(three)));

    assertThat(((Outcome.Refused) refused).refusal().message()).contains("16777216 bytes");
    cells.addAll(List.of(one, two, three));
    assertThatThrownBy(() -> write(cells))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("16777216 bytes");
    assertThat(kept()).isEqualTo(sum()).isLessThanOrEqualTo(Limits.DIAGRAM_BYTES);
  }

  @Test
  void textForHandingOnSaysTheSameAsTheTrees() {
    stored(
        edit(
            ANA, 0, add(noted(UUID.randomUUID(), "A", "1")), add(node(UUID.randomUUID(), 1, "B"))));

    DiagramText text = await(store.readText(diagram)).orElseThrow();
    DiagramContent content = await(store.read(diagram)).orElseThrow();

    assertThat(text.vector()).isEqualTo(content.vector());
    assertThat(text.cells().stream().map(tmi.diagram.store.log.LogJson::parse).toList())
        .isEqualTo(content.cells().stream().map(Cell::data).toList());
    assertThat(await(store.readText(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void readingTheLogEndsWhenItIsLargeAndAlwaysBringsTheNext() {
    UUID id = UUID.randomUUID();
    for (int i = 0; i < 80; i++) {
      ObjectNode large = noted(id, "N" + i, "x".repeat(60_000));
      apply(edit(ANA, i, i == 0 ? add(large) : update(large)));
    }
    int first = await(store.since(diagram, 0, 1_000)).orElseThrow().operations().size();

    assertThat(first).isBetween(60, 75);
    assertThat(await(store.since(diagram, first, 1_000)).orElseThrow().operations()).isNotEmpty();
  }
}
