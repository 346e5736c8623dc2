package tmi.diagram.store.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tmi.diagram.store.content.Database.await;
import static tmi.diagram.store.content.Drawing.add;
import static tmi.diagram.store.content.Drawing.edit;
import static tmi.diagram.store.content.Drawing.node;
import static tmi.diagram.store.content.Drawing.remove;
import static tmi.diagram.store.content.Drawing.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tmi.diagram.cell.Cell;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.Outcome;
import tmi.diagram.rule.Reason;
import tmi.diagram.rule.Refused;

class ListWritingTest {
  private static final UUID ANA = new UUID(1, 1);
  private static final UUID BEN = new UUID(1, 2);
  private static Database database;
  private static DiagramStore store;

  private final UUID diagram = database.diagram();
  private final UUID a = new UUID(2, 1);
  private final UUID b = new UUID(2, 2);
  private final UUID c = new UUID(2, 3);

  @BeforeAll
  static void start() throws IOException {
    database = new Database();
    store = database.store();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private Written write(UUID author, Base base, Guard guard, JsonNode... cells) {
    CellsWrite write =
        new CellsWrite(
            UUID.randomUUID(), author, Arrays.asList(cells), CellsWrite.Form.REPAIR, base);
    return await(
            database
                .pool()
                .withTransaction(transaction -> store.write(transaction, diagram, write, guard)))
        .orElseThrow();
  }

  private Written put(UUID author, JsonNode... cells) {
    return write(author, new Base.Current(), Guard.NONE, cells);
  }

  private Written save(UUID author, String signIn, JsonNode... cells) {
    return write(author, new Base.LastGiven(signIn), Guard.NONE, cells);
  }

  private void live(Batch batch) {
    assertThat(await(store.apply(diagram, List.of(batch), Closing.NONE)).getFirst())
        .isInstanceOf(Outcome.Stored.class);
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
  void theAnswerIsWhatIsReadAfterwards() {
    Written written = put(ANA, node(b, 1, "B"), node(a, 2, "A"));

    assertThat(written.content()).isEqualTo(content());
    assertThat(written.applied().orElseThrow().seq()).isEqualTo(1);
    assertThat(content().cells()).extracting(Cell::id).containsExactly(b, a);
  }

  @Test
  void cellsJustReadLeaveTheVectorAlone() {
    put(ANA, node(b, 1, "B"), node(a, 2, "A"));
    JsonNode[] read = content().cells().stream().map(Cell::data).toArray(JsonNode[]::new);

    Written written = put(BEN, read);

    assertThat(written.applied()).isEmpty();
    assertThat(written.content().vector()).isEqualTo(1);
  }

  @Test
  void anOrderThatChangedIsStoredAndNeedsAWholeStateToFollow() {
    put(ANA, node(a, 1, "A"), node(b, 2, "B"));

    put(ANA, node(b, 2, "B"), node(a, 1, "A"));

    assertThat(content().cells()).extracting(Cell::id).containsExactly(b, a);
    assertThat(content().vector()).isEqualTo(2);
    assertThat(await(store.since(diagram, 1, 10)).orElseThrow().complete()).isFalse();
  }

  @Test
  void savingEverythingDoesNotWipeWhatOthersDid() {
    put(ANA, node(a, 1, "A"), node(b, 2, "B"));
    await(store.readTextFor(diagram, "ana's sign-in"));
    live(edit(BEN, 1, update(node(a, 99, "A")), add(node(c, 3, "C")), remove(b)));

    Written written = save(ANA, "ana's sign-in", node(a, 1, "Billing"), node(b, 2, "B"));

    assertThat(content().cells()).extracting(Cell::id).containsExactly(a, c);
    assertThat(cell(a).get("x").intValue()).isEqualTo(99);
    assertThat(cell(a).at("/attrs/text/text").textValue()).isEqualTo("Billing");
    assertThat(written.content()).isEqualTo(content());
  }

  @Test
  void whatWasAnsweredIsTheBaseOfTheNextSave() {
    put(ANA, node(a, 1, "A"));
    await(store.remember(database.pool(), diagram, "s", 1));
    live(edit(BEN, 1, add(node(b, 2, "B"))));
    save(ANA, "s", node(a, 5, "A"));

    save(ANA, "s", node(a, 5, "A"));

    assertThat(content().cells()).extracting(Cell::id).containsExactly(a);
  }

  @Test
  void aSaveWithoutAKnownBaseIsRefusedWhenOthersCouldLose() {
    put(BEN, node(a, 1, "A"));

    assertThatThrownBy(() -> save(ANA, "never read", node(a, 5, "A")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.CONFLICT_DETECTED));
    assertThat(save(BEN, "never read", node(a, 5, "A")).applied()).isPresent();
  }

  @Test
  void oneWithoutASignInSavesHisOwnAndIsRememberedNowhere() {
    put(ANA, node(a, 1, "A"));

    assertThat(save(ANA, null, node(a, 5, "A")).applied()).isPresent();
    await(store.remember(database.pool(), diagram, null, 2));

    assertThat(
            database.query(
                "select count(*) from diagram.given where diagram_id = '" + diagram + "'"))
        .containsExactly("0");
  }

  @Test
  void rememberingNeverGoesBack() {
    await(store.remember(database.pool(), diagram, "s", 7));
    await(store.remember(database.pool(), diagram, "s", 3));

    assertThat(
            database.query("select vector from diagram.given where diagram_id = '" + diagram + "'"))
        .containsExactly("7");
  }

  @Test
  void aGuardRefusesBeforeAnythingIsWritten() {
    Guard guard = (tx, id) -> Uni.createFrom().failure(new IllegalStateException("in session"));

    assertThatThrownBy(() -> write(ANA, new Base.Current(), guard, node(a, 1, "A")))
        .hasMessageContaining("in session");
    assertThat(content().vector()).isZero();
  }

  @Test
  void aWriteWaitsForTheLockAndSeesWhatWasCommittedMeanwhile() {
    put(ANA, node(a, 1, "A"));
    var held = await(database.pool().getConnection());
    await(held.query("begin").execute());
    await(store.lock(held, diagram));
    var waiting =
        database
            .pool()
            .withTransaction(tx ->
                store.write(
                    tx,
                    diagram,
                    new CellsWrite(
                        UUID.randomUUID(),
                        ANA,
                        List.of(node(a, 1, "A"), node(c, 3, "C")),
                        CellsWrite.Form.STRICT,
                        new Base.Known(1)),
                    Guard.NONE))
            .subscribeAsCompletionStage();
    await(
        held.query(
                "update diagram.cells set seq = 2, foreign_seq = 1 where diagram_id = '"
                    + diagram
                    + "'")
            .execute());
    await(
        held.query(
                "insert into diagram.operations (diagram_id, seq, author, operation_id, body_hash,"
                    + " kind, cells) values ('"
                    + diagram
                    + "', 2, gen_random_uuid(), gen_random_uuid(), '', 'edit', '[]')")
            .execute());
    await(
        held.query("update diagram.diagrams set update_vector = 2 where id = '" + diagram + "'")
            .execute());
    assertThat(waiting).isNotDone();
    await(held.query("commit").execute());
    await(held.close());

    assertThat(await(Uni.createFrom().completionStage(waiting)).orElseThrow().content().vector())
        .isEqualTo(3);
  }
}
