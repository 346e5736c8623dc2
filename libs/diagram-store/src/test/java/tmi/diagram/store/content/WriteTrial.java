package tmi.diagram.store.content;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.diagram.store.content.Database.await;
import static tmi.diagram.store.content.Drawing.add;
import static tmi.diagram.store.content.Drawing.drag;
import static tmi.diagram.store.content.Drawing.edit;
import static tmi.diagram.store.content.Drawing.node;
import static tmi.diagram.store.content.Drawing.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.Outcome;

/// The numbers of decision record 0001; not run by the ordinary build: `./mvnw -pl
/// libs/diagram-store test -Dtest=WriteTrial`.
class WriteTrial {
  private static final UUID ANA = new UUID(1, 1);
  private static final int GROUP = 32;
  private static Database database;
  private static DiagramStore store;

  @BeforeAll
  static void start() throws IOException {
    database = new Database();
    store = database.store();
    database.run("create table event.document (id uuid primary key, data jsonb, vector bigint)");
    database.run("grant select, insert, update on event.document to tmi_model");
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 10_000})
  void measure(int size) {
    UUID diagram = database.diagram();
    List<UUID> ids = fill(diagram, size);
    database.run("analyze");

    time(size, "one operation a commit", 600, 1, i -> stored(diagram, drags(ids, 1, i)));
    time(size, "groups of 32", 120, GROUP, i -> stored(diagram, drags(ids, GROUP, i)));
    time(size, "read everything", 20, 1, i -> await(store.read(diagram)));
    JsonNode[] list =
        await(store.read(diagram)).orElseThrow().cells().stream()
            .map(cell -> cell.data())
            .toArray(JsonNode[]::new);
    time(size, "write the whole list, one change", 10, 1, i -> write(diagram, list, i));
    document(diagram, size, list);
  }

  private static List<UUID> fill(UUID diagram, int size) {
    List<UUID> ids = new ArrayList<>();
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ids.add(UUID.randomUUID());
      batches.add(edit(ANA, 0, add(node(ids.getLast(), i, "Node number " + i))));
      if (batches.size() == 500 || i == size - 1) {
        stored(diagram, List.copyOf(batches));
        batches.clear();
      }
    }
    return ids;
  }

  private static List<Batch> drags(List<UUID> ids, int count, int round) {
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      UUID cell = ids.get((round * count + i) % ids.size());
      batches.add(
          edit(
              new UUID(1, i),
              20_000_000,
              update(drag(cell, 1_000_000 * count + round * count + i))));
    }
    return batches;
  }

  private static void stored(UUID diagram, List<Batch> batches) {
    assertThat(await(store.apply(diagram, batches, Closing.NONE)))
        .allMatch(outcome -> outcome instanceof Outcome.Stored);
  }

  private static void write(UUID diagram, JsonNode[] list, int round) {
    ((com.fasterxml.jackson.databind.node.ObjectNode) list[0]).put("x", -1 - round);
    CellsWrite write =
        new CellsWrite(
            UUID.randomUUID(),
            ANA,
            Arrays.asList(list),
            CellsWrite.Form.STRICT,
            new Base.Current());
    Written written =
        await(database.pool().withTransaction(tx -> store.write(tx, diagram, write, Guard.NONE)))
            .orElseThrow();
    assertThat(written.applied()).isPresent();
  }

  /// The way not taken: the whole diagram as one JSON document.
  private static void document(UUID diagram, int size, JsonNode[] list) {
    ArrayNode cells = JsonNodeFactory.instance.arrayNode().addAll(Arrays.asList(list));
    await(
        database
            .pool()
            .preparedQuery("insert into event.document values ($1, $2::text::jsonb, 0)")
            .execute(Tuple.of(diagram, cells.toString())));
    time(
        size,
        "one JSON document, one change",
        100,
        1,
        i ->
            await(
                database
                    .pool()
                    .preparedQuery(
                        "update event.document set vector = vector + 1,"
                            + " data = jsonb_set(data, '{0,x}', to_jsonb($2::int)) where id = $1")
                    .execute(Tuple.of(diagram, i))));
  }

  private static void time(int size, String what, int rounds, int each, IntConsumer act) {
    int warm = Math.max(2, rounds / 10);
    long[] nanos = new long[rounds];
    for (int i = 0; i < warm + rounds; i++) {
      long start = System.nanoTime();
      act.accept(i);
      if (i >= warm) {
        nanos[i - warm] = System.nanoTime() - start;
      }
    }
    double seconds = Arrays.stream(nanos).sum() / 1e9;
    Arrays.sort(nanos);
    System.out.printf(
        "TRIAL | %6d cells | %-32s | %8.1f operations/s | p50 %7.2f ms | p99 %7.2f ms%n",
        size,
        what,
        rounds * each / seconds,
        nanos[rounds / 2] / 1e6,
        nanos[rounds * 99 / 100] / 1e6);
  }
}
