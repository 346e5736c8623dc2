package tmi.diagram.store.content;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.diagram.store.content.Database.await;
import static tmi.diagram.store.content.Drawing.add;
import static tmi.diagram.store.content.Drawing.drag;
import static tmi.diagram.store.content.Drawing.edit;
import static tmi.diagram.store.content.Drawing.node;
import static tmi.diagram.store.content.Drawing.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tmi.diagram.cell.Cell;
import tmi.diagram.operation.Applied;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.CellOperation;
import tmi.diagram.operation.Outcome;

class ConcurrencyTest {
  private static final int WRITERS = 6;
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

  /// Appends one event a group, as the services do.
  private static Uni<Void> event(
      io.vertx.mutiny.sqlclient.SqlConnection transaction,
      UUID diagramId,
      UUID modelId,
      List<Applied> applied) {
    return transaction
        .preparedQuery("insert into event.log (diagram_id, seq) values ($1, $2)")
        .execute(Tuple.of(diagramId, applied.getLast().seq()))
        .replaceWithVoid();
  }

  private static <T> List<T> all(List<Callable<T>> tasks) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    }
  }

  private Outcome apply(Batch batch) {
    return await(store.apply(diagram, List.of(batch), ConcurrencyTest::event)).getFirst();
  }

  /// Draws its own cell and drags it, and every third time one that all share.
  private List<UUID> draw(
      int writer, UUID shared, int steps, java.util.function.Consumer<Batch> send) {
    UUID author = new UUID(1, writer);
    UUID own = UUID.randomUUID();
    List<UUID> sent = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      CellOperation operation =
          step == 0
              ? add(node(own, writer, "W" + writer))
              : update(drag(step % 3 == 0 ? shared : own, 1_000 * writer + step));
      Batch batch = edit(author, 1, operation);
      send.accept(batch);
      sent.add(batch.operationId());
    }
    return sent;
  }

  /// The cells that somebody has who only listened, and the numbers he heard.
  private void replayEqualsContent(long head) {
    List<Applied> log = await(store.since(diagram, 0, 100_000)).orElseThrow().operations();
    assertThat(log).extracting(Applied::seq).containsExactlyElementsOf(numbers(head));
    Map<UUID, ObjectNode> cells = new LinkedHashMap<>();
    for (Applied applied : log) {
      for (CellOperation operation : applied.cells()) {
        switch (operation) {
          case CellOperation.Add(UUID id, ObjectNode data) -> cells.put(id, data);
          case CellOperation.Update(UUID id, ObjectNode data) -> cells.put(id, data);
          case CellOperation.Remove(UUID id) -> cells.remove(id);
        }
      }
    }
    DiagramContent content = await(store.read(diagram)).orElseThrow();
    assertThat(content.vector()).isEqualTo(head);
    assertThat(content.cells())
        .containsExactlyInAnyOrderElementsOf(
            cells.entrySet().stream().map(e -> new Cell(e.getKey(), e.getValue())).toList());
  }

  private static List<Long> numbers(long head) {
    return LongStream.rangeClosed(1, head).boxed().toList();
  }

  @Test
  void concurrentWritersGiveOneOrderWithoutGaps() throws Exception {
    UUID shared = UUID.randomUUID();
    apply(edit(new UUID(1, 99), 0, add(node(shared, 0, "shared"))));

    all(
        IntStream.range(0, WRITERS)
            .<Callable<List<UUID>>>mapToObj(writer ->
                () ->
                    draw(
                        writer,
                        shared,
                        30,
                        batch -> assertThat(apply(batch)).isInstanceOf(Outcome.Stored.class)))
            .toList());

    replayEqualsContent(1 + WRITERS * 30);
  }

  @Test
  void anOperationSentManyTimesAtOnceIsAppliedOnce() throws Exception {
    Batch batch = edit(new UUID(1, 1), 0, add(node(UUID.randomUUID(), 0, "A")));

    List<Outcome> outcomes =
        all(
            IntStream.range(0, WRITERS)
                .<Callable<Outcome>>mapToObj(writer -> () -> apply(batch))
                .toList());

    assertThat(outcomes).filteredOn(o -> o instanceof Outcome.Stored).hasSize(1);
    assertThat(outcomes).filteredOn(o -> o instanceof Outcome.Duplicate).hasSize(WRITERS - 1);
    replayEqualsContent(1);
  }

  @Test
  void killedConnectionsLoseAndDoubleNothing() throws Exception {
    UUID shared = UUID.randomUUID();
    apply(edit(new UUID(1, 99), 0, add(node(shared, 0, "shared"))));
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger killed = new AtomicInteger();
    Thread killer = Thread.ofPlatform().start(() -> kill(done, killed));

    List<List<UUID>> sent;
    try {
      sent =
          all(
              IntStream.range(0, WRITERS)
                  .<Callable<List<UUID>>>mapToObj(
                      writer -> () -> draw(writer, shared, 60, this::applyAtLast))
                  .toList());
    } finally {
      done.set(true);
      killer.join();
    }

    assertThat(killed).hasPositiveValue();
    replayEqualsContent(1 + WRITERS * 60);
    List<String> logged =
        database.query(
            "select operation_id from diagram.operations where diagram_id = '"
                + diagram
                + "'"
                + " and seq > 1");
    assertThat(logged)
        .containsExactlyInAnyOrderElementsOf(
            sent.stream().flatMap(List::stream).map(UUID::toString).toList());
    assertThat(
            database.query(
                "select seq from event.log where diagram_id = '" + diagram + "' order by seq"))
        .containsExactlyElementsOf(
            numbers(1 + WRITERS * 60).stream().map(String::valueOf).toList());
  }

  /// Ends a busy connection of the services, again and again, those in COMMIT first.
  private static void kill(AtomicBoolean done, AtomicInteger killed) {
    while (!done.get()) {
      List<String> ended =
          database.query(
              "select pg_terminate_backend(pid) from pg_stat_activity"
                  + " where usename = 'tmi_model' and state = 'active'"
                  + " order by query <> 'commit', random() limit 1");
      killed.addAndGet(ended.size());
    }
  }

  /// What a room does: while nothing is known, the same operation is sent again.
  private void applyAtLast(Batch batch) {
    Outcome outcome = null;
    while (outcome == null) {
      outcome =
          await(
              store
                  .apply(diagram, List.of(batch), ConcurrencyTest::event)
                  .map(List::getFirst)
                  .onFailure()
                  .recoverWithNull());
    }
    assertThat(outcome).isInstanceOfAny(Outcome.Stored.class, Outcome.Duplicate.class);
  }

  @Test
  void anEventThatCannotBeAppendedKeepsTheOperationOut() {
    Batch batch = edit(new UUID(1, 1), 0, add(node(UUID.randomUUID(), 0, "A")));
    Closing refusing =
        (tx, id, model, applied) ->
            tx.query("insert into event.nowhere values (1)").execute().replaceWithVoid();
    Closing broken =
        (tx, id, model, applied) -> Uni.createFrom().failure(new IllegalStateException("no"));

    for (Closing closing : List.of(refusing, broken)) {
      assertThat(await(store.apply(diagram, List.of(batch), closing)).getFirst())
          .isInstanceOf(Outcome.Refused.class);
    }

    replayEqualsContent(0);
    assertThat(apply(batch)).isInstanceOf(Outcome.Stored.class);
  }

  @Test
  void aGroupThatCannotBeStoredIsRetriedOneByOne() {
    database.run(
        "alter table diagram.cells add constraint ck_poison"
            + " check (data->>'note' is distinct from 'poison')");
    ObjectNode poison = node(UUID.randomUUID(), 0, "B").put("note", "poison");

    List<Outcome> outcomes =
        await(
            store.apply(
                diagram,
                List.of(
                    edit(new UUID(1, 1), 0, add(node(UUID.randomUUID(), 0, "A"))),
                    edit(new UUID(1, 2), 0, add(poison)),
                    edit(new UUID(1, 3), 0, add(node(UUID.randomUUID(), 0, "C")))),
                ConcurrencyTest::event));
    database.run("alter table diagram.cells drop constraint ck_poison");

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Stored.class);
    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> {
              assertThat(refused.refusal().detail()).isEqualTo("save_failed");
              assertThat(refused.head()).isEqualTo(1);
            });
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Stored.class);
    replayEqualsContent(2);
  }
}
