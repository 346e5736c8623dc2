package tmi.diagram.store.content;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.diagram.store.content.Database.await;
import static tmi.diagram.store.content.Drawing.add;
import static tmi.diagram.store.content.Drawing.drag;
import static tmi.diagram.store.content.Drawing.edit;
import static tmi.diagram.store.content.Drawing.flow;
import static tmi.diagram.store.content.Drawing.node;
import static tmi.diagram.store.content.Drawing.remove;
import static tmi.diagram.store.content.Drawing.undo;
import static tmi.diagram.store.content.Drawing.update;

import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tmi.diagram.operation.Batch;

class CostTest {
  private static final UUID ANA = new UUID(1, 1);
  private static final UUID BEN = new UUID(1, 2);
  private static Database database;
  private static Pool one;
  private static DiagramStore store;

  @BeforeAll
  static void start() throws IOException {
    database = new Database();
    one = database.pool("postgres", 1);
    store = new DiagramStore(one);
  }

  @AfterAll
  static void stop() {
    await(one.close());
    database.close();
  }

  /// Nodes with a flow from each to the next, in a diagram of its own.
  private static List<UUID> fill(UUID diagram, int nodes) {
    List<UUID> ids = new ArrayList<>();
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      UUID id = UUID.randomUUID();
      var cells = new ArrayList<>(List.of(add(node(id, i, "N" + i))));
      if (i > 0) {
        cells.add(add(flow(UUID.randomUUID(), ids.getLast(), id)));
      }
      ids.add(id);
      batches.add(edit(ANA, 0, cells.toArray(tmi.diagram.operation.CellOperation[]::new)));
      if (batches.size() == 500) {
        await(store.apply(diagram, List.copyOf(batches), Closing.NONE));
        batches.clear();
      }
    }
    if (!batches.isEmpty()) {
      await(store.apply(diagram, batches, Closing.NONE));
    }
    return ids;
  }

  private static long statements() {
    return await(
            one.query("select sum(generic_plans + custom_plans) as n from pg_prepared_statements")
                .execute())
        .iterator()
        .next()
        .getLong("n");
  }

  private static long statementsOf(UUID diagram, Batch... batches) {
    long before = statements();
    await(store.apply(diagram, List.of(batches), Closing.NONE));
    return statements() - before;
  }

  @Test
  void aGroupTakesAsManyStatementsAsOneOperationAndSizeDoesNotMatter() {
    UUID small = database.diagram();
    UUID large = database.diagram();
    List<UUID> few = fill(small, 5);
    List<UUID> many = fill(large, 2_500);

    long single = statementsOf(small, edit(ANA, 0, update(drag(few.getFirst(), 4_000))));
    Batch[] group = new Batch[32];
    for (int i = 0; i < group.length; i++) {
      group[i] = edit(BEN, 3_000, update(drag(many.get(i), 5_000 + i)));
    }

    assertThat(single).isEqualTo(9);
    assertThat(statementsOf(large, group)).isEqualTo(single);
  }

  /// Rows of cells that were read since the server started.
  private static long cellsRead() {
    await(one.query("select pg_stat_force_next_flush()").execute());
    return await(
            one.query(
                    "select seq_tup_read + coalesce(idx_tup_fetch, 0) as n"
                        + " from pg_stat_user_tables where schemaname = 'diagram'"
                        + " and relname = 'cells'")
                .execute())
        .iterator()
        .next()
        .getLong("n");
  }

  private static long cellsReadBy(UUID diagram, Batch... batches) {
    long before = cellsRead();
    await(store.apply(diagram, List.of(batches), Closing.NONE));
    return cellsRead() - before;
  }

  /// Plans are looked at by what they read: an index scan can read a whole diagram too.
  @Test
  void oneChangedCellReadsAFewRowsOutOfTenThousand() {
    UUID diagram = database.diagram();
    List<UUID> ids = fill(diagram, 5_000);
    database.run("analyze");

    for (int i = 0; i < 12; i++) {
      assertThat(cellsReadBy(diagram, edit(BEN, 5_000, update(drag(ids.get(i), 9_000 + i)))))
          .isBetween(1L, 20L);
    }
    assertThat(cellsReadBy(diagram, edit(BEN, 5_000, remove(ids.get(100))))).isBetween(1L, 60L);
    assertThat(cellsReadBy(diagram, undo(BEN))).isBetween(1L, 60L);
  }

  @Test
  void noStatementOfTheWritePathReadsAWholeTable() {
    UUID diagram = database.diagram();
    List<UUID> ids = fill(diagram, 3_000);
    for (int other = 0; other < 5; other++) {
      fill(database.diagram(), 200);
    }
    // A table of a few rows is rightly read whole; only a large one shows what a plan is worth.
    database.run(
        "insert into diagram.diagrams (id, model_id)"
            + " select gen_random_uuid(), gen_random_uuid() from generate_series(1, 5000)");
    database.run("analyze");
    await(
        store.apply(
            diagram,
            List.of(
                edit(BEN, 1, update(drag(ids.get(3), 77))),
                edit(ANA, 1, update(drag(ids.get(3), 78))),
                edit(BEN, 1, remove(ids.get(4))),
                undo(BEN)),
            Closing.NONE));
    await(store.since(diagram, 0, 10));
    await(store.heads(List.of(diagram)));
    await(store.readTextFor(diagram, "sign-in"));
    List<String> statements = new ArrayList<>();
    await(
            one.query(
                    "select statement from pg_prepared_statements where statement like"
                        + " '%diagram.%'")
                .execute())
        .forEach(row -> statements.add(row.getString("statement")));

    assertThat(statements).hasSizeGreaterThan(12);
    for (String statement : statements) {
      List<String> plan = new ArrayList<>();
      await(one.query("explain (generic_plan, costs off) " + statement).execute())
          .forEach(row -> plan.add(row.getString(0)));
      assertThat(plan).as(statement).noneMatch(line -> line.contains("Seq Scan"));
    }
  }
}
