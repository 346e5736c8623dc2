package tmi.diagram.store.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tmi.diagram.store.content.Database.await;
import static tmi.diagram.store.content.Drawing.add;
import static tmi.diagram.store.content.Drawing.edit;
import static tmi.diagram.store.content.Drawing.node;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.diagram.operation.Applied;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.Outcome;

/// One bad operation is refused alone: its neighbours are stored, and nothing is tried for ever.
class PoisonTest {
  private static final UUID ANA = UUID.randomUUID();
  private static Database database;
  private static DiagramStore store;

  private final UUID diagram = database.diagram();
  private final Batch good = edit(ANA, 0, add(node(UUID.randomUUID(), 7, "A")));
  private final Batch bad = edit(ANA, 0, add(node(UUID.randomUUID(), 8, "B")));
  private final Batch alsoGood = edit(ANA, 0, add(node(UUID.randomUUID(), 9, "C")));
  private final AtomicInteger tries = new AtomicInteger();

  @BeforeAll
  static void start() throws IOException {
    database = new Database();
    store = database.store();
    database.run(
        "create function event.fail(state text) returns void language plpgsql as"
            + " $$ begin raise exception 'poison' using errcode = state; end $$");
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private boolean isBad(List<Applied> applied) {
    return applied.stream().anyMatch(each -> each.operationId().equals(bad.operationId()));
  }

  private Closing failingWith(String state) {
    return (transaction, id, model, applied) -> {
      tries.incrementAndGet();
      String sql = isBad(applied) ? "select event.fail('" + state + "')" : "select 1";
      return transaction.query(sql).execute().replaceWithVoid();
    };
  }

  private List<Outcome> apply(Closing closing) {
    return await(store.apply(diagram, List.of(good, bad, alsoGood), closing));
  }

  private void onlyTheBadOneIsRefused(List<Outcome> outcomes) {
    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Stored.class);
    assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Stored.class);
    assertThat(((Outcome.Refused) outcomes.get(1)).refusal().detail()).isEqualTo("save_failed");
    assertThat(tries.get()).isLessThan(16);
    assertThat(await(store.read(diagram)).orElseThrow().cells()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "23505", "54000", "P0001", "XX000", "42P01"})
  void whatTheDatabaseRefusesIsRefusedAlone(String state) {
    onlyTheBadOneIsRefused(apply(failingWith(state)));
  }

  @Test
  void whatOurOwnCodeFailsAtIsRefusedAlone() {
    Closing failing =
        (transaction, id, model, applied) -> {
          tries.incrementAndGet();
          return isBad(applied)
              ? Uni.createFrom().failure(new IllegalStateException("our own"))
              : Uni.createFrom().voidItem();
        };

    onlyTheBadOneIsRefused(apply(failing));
  }

  /// No room, no memory, a standby: it gets better, and until then nobody's work is refused.
  @ParameterizedTest
  @ValueSource(strings = {"53100", "53200", "25006", "58030", "40001", "57014", "55P03"})
  void whatMayGoWellLaterIsNotRefused(String state) {
    assertThatThrownBy(() -> apply(failingWith(state))).hasMessageContaining("poison");
    assertThat(tries.get()).isLessThan(8);
  }

  @ParameterizedTest
  @CsvSource({
    "08006, UNKNOWN", "57P01, UNKNOWN", "28000, UNKNOWN", "57014, UNLUCKY", "40P01, UNLUCKY",
    "53100, UNLUCKY", "22003, REFUSED", "23514, REFUSED", "54001, REFUSED", "42703, BROKEN"
  })
  void failuresAreToldApartByTheirClass(String state, Failure kind) {
    assertThat(Failure.of(new PgException("said so", "ERROR", state, ""))).isEqualTo(kind);
  }

  @Test
  void whatIsNotOfTheConnectionIsOurOwn() {
    assertThat(Failure.of(new java.net.SocketException("Connection reset")))
        .isEqualTo(Failure.UNKNOWN);
    assertThat(Failure.of(io.vertx.sqlclient.ClosedConnectionException.INSTANCE))
        .isEqualTo(Failure.UNKNOWN);
    assertThat(Failure.of(new NullPointerException())).isEqualTo(Failure.REFUSED);
    assertThat(Failure.of(new StackOverflowError())).isEqualTo(Failure.REFUSED);
  }
}
