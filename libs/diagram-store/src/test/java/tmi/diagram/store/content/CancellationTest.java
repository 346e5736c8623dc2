package tmi.diagram.store.content;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.diagram.store.content.Database.await;
import static tmi.diagram.store.content.Drawing.add;
import static tmi.diagram.store.content.Drawing.edit;
import static tmi.diagram.store.content.Drawing.node;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.Outcome;

/// A group that nobody waits for any more leaves no open transaction and no lost connection. The
/// pool has one connection, so whatever is left behind meets the next user.
class CancellationTest {
  private static final UUID ANA = UUID.randomUUID();
  private static Database database;

  private final UUID diagram = database.diagram();
  private final Pool one = database.pool("tmi_model", 1);
  private final DiagramStore store = new DiagramStore(one);
  private final Batch batch = edit(ANA, 0, add(node(UUID.randomUUID(), 7, "A")));

  @BeforeAll
  static void start() throws IOException {
    database = new Database();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @AfterEach
  void end() {
    await(one.close());
  }

  private static Cancellable begin(Uni<List<Outcome>> outcomes) {
    return outcomes.subscribe().with(stored -> {}, failure -> {});
  }

  /// The next user of the connection: begins outside any transaction, and finds the group or not.
  private void theNextUserIsWell() {
    assertThat(
            await(one.query("select pg_current_xact_id_if_assigned() is null as own").execute())
                .iterator()
                .next()
                .getBoolean("own"))
        .isTrue();
    Outcome outcome = await(store.apply(diagram, List.of(batch), Closing.NONE)).getFirst();
    assertThat(outcome).isInstanceOfAny(Outcome.Stored.class, Outcome.Duplicate.class);
    assertThat(
            database.query(
                "select count(*) from pg_stat_activity where state like 'idle in transaction%'"))
        .containsExactly("0");
    assertThat(await(store.read(diagram)).orElseThrow().vector()).isEqualTo(1);
  }

  @Test
  void cancelledWhileItWaitsForAConnection() {
    SqlConnection held = await(one.getConnection());
    Cancellable group = begin(store.apply(diagram, List.of(batch), Closing.NONE));

    group.cancel();
    await(held.close());

    theNextUserIsWell();
  }

  @Test
  void cancelledWhileItWaitsForTheLock() {
    SqlConnection other = await(database.pool().getConnection());
    await(other.query("begin").execute());
    await(database.store().lock(other, diagram));
    Cancellable group = begin(store.apply(diagram, List.of(batch), Closing.NONE));
    assertThat(await(waitingForALock())).isTrue();

    group.cancel();
    await(other.query("rollback").execute());
    await(other.close());

    theNextUserIsWell();
  }

  private Uni<Boolean> waitingForALock() {
    return database
        .pool()
        .query("select count(*) as n from pg_locks where not granted")
        .execute()
        .map(rows -> rows.iterator().next().getLong("n") > 0)
        .chain(waits -> waits ? Uni.createFrom().item(true) : waitingForALock());
  }

  @Test
  void cancelledBeforeItCommits() {
    CompletableFuture<UniEmitter<? super Void>> reached = new CompletableFuture<>();
    Closing slow =
        (transaction, id, model, applied) -> Uni.createFrom().<Void>emitter(reached::complete);
    Cancellable group = begin(store.apply(diagram, List.of(batch), slow));
    UniEmitter<? super Void> closing = await(Uni.createFrom().completionStage(reached));

    group.cancel();
    closing.complete(null);

    theNextUserIsWell();
  }

  @Test
  void cancelledWhileItIsRolledBack() {
    CompletableFuture<UniEmitter<? super Void>> reached = new CompletableFuture<>();
    Closing failing =
        (transaction, id, model, applied) ->
            transaction
                .query("select 1 / 0")
                .execute()
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(
                    e -> Uni.createFrom().<Void>emitter(reached::complete).chain(() -> failed(e)));
    Cancellable group = begin(store.apply(diagram, List.of(batch), failing));
    UniEmitter<? super Void> closing = await(Uni.createFrom().completionStage(reached));

    group.cancel();
    closing.complete(null);

    theNextUserIsWell();
  }

  private static Uni<Void> failed(Throwable failure) {
    return Uni.createFrom().failure(failure);
  }
}
