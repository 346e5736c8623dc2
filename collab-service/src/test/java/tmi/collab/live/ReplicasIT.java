package tmi.collab.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;
import tmi.testkit.Person;
import tmi.testkit.Stores;

/// Two processes of the packaged service over one PostgreSQL and one Redis.
class ReplicasIT {
  private static final Duration PROMISED = Duration.ofSeconds(5);
  private final Stores stores = Stores.forService("collab");
  private Map<String, String> settings;
  private Replica first;
  private Replica second;
  private Person ana;
  private Person ben;
  private Model model;

  @BeforeEach
  void start() {
    settings = stores.start();
    CompletableFuture<Replica> other =
        CompletableFuture.supplyAsync(() -> Replica.start(settings, "second"));
    first = Replica.start(settings, "first");
    second = other.join();
    ana = stores.tokens().person("ana");
    ben = stores.tokens().person("ben");
    model = Model.of(stores.database(), ana);
    model.share(ben, 2);
  }

  @AfterEach
  void stop() {
    first.kill();
    second.kill();
    stores.stop();
  }

  @Test
  void bothReplicasShowOneOrderWithoutGapsAlsoWhileRedisIsGone() {
    Socket left = new Client(first.port(), ana).join(model);
    Socket right = new Client(second.port(), ben).join(model);
    left.await("diagram_state");
    right.await("diagram_state");

    edit(40, left, right);
    stores.redis().stop();
    edit(40, left, right);
    stores.redis().start();
    edit(40, left, right);
    stores.redis().flush();
    edit(40, left, right);

    assertThat(left.numbers()).isEqualTo(upTo(160));
    assertThat(right.numbers()).isEqualTo(upTo(160));
    assertThat(model.vector()).isEqualTo(160);
  }

  @Test
  void aKilledReplicaLosesAndDoublesNothing() {
    Client onSecond = new Client(second.port(), ana);
    Socket left = new Client(first.port(), ana).join(model);
    Socket right = new Client(second.port(), ben).join(model);
    right.await("participants_update");
    List<UUID> sent = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      sent.add(left.edit());
    }
    left.awaitAcknowledged(sent.get(5));
    first.kill();
    left.awaitClosed();

    long last = left.numbers().isEmpty() ? 0 : left.numbers().getLast();
    Socket again = onSecond.rejoin(model, last);
    Set<String> known = new HashSet<>(operationIds(left));
    again.await("sync_status_response");
    known.addAll(operationIds(again));
    List<UUID> missing = sent.stream().filter(id -> !known.contains(id.toString())).toList();
    missing.forEach(id -> again.edit(id, UUID.randomUUID()));
    missing.forEach(again::awaitAcknowledged);

    right.await("diagram_operation_event", m -> m.path("sequence_number").asLong() == 60);
    assertThat(right.numbers()).isEqualTo(upTo(60));
    List<Long> all = new ArrayList<>(left.numbers());
    all.addAll(again.numbers());
    // an operation that was sent again though it was stored is told its old number a second time
    assertThat(all.stream().distinct().toList()).isEqualTo(upTo(60));
    assertThat(
            stores
                .database()
                .value(
                    Long.class,
                    "select count(distinct operation_id) from diagram.operations"
                        + " where diagram_id = ?",
                    model.diagram()))
        .isEqualTo(60);
  }

  @Test
  void theLastOperationBeforeSilenceReachesTheOtherReplica() {
    Socket left = new Client(first.port(), ana).join(model);
    Socket right = new Client(second.port(), ben).join(model);
    right.await("participants_update");
    stores.redis().stop();

    left.awaitAcknowledged(left.edit());
    first.kill();

    right.await("diagram_operation_event");
    stores.redis().start();
  }

  @Test
  void accessTakenAwayEndsTheSocketWithinFiveSecondsRedisOrNoRedis() {
    Client client = new Client(second.port(), ben);
    Socket withRedis = client.join(model);
    withRedis.await("participants_update");
    long called = System.nanoTime();
    model.unshare(ben);
    stores
        .database()
        .execute(
            "select auth.revoke('access', ?, now() + interval '1 hour')", model.id().toString());
    stores.redis().ask("PUBLISH tmi:revocation now");
    assertThat(withRedis.awaitClosed()).startsWith("4403");
    Duration woken = Duration.ofNanos(System.nanoTime() - called);

    model.share(ben, 2);
    Socket withoutRedis = client.join(model);
    withoutRedis.await("participants_update");
    stores.redis().stop();
    long silent = System.nanoTime();
    model.unshare(ben);
    assertThat(withoutRedis.awaitClosed()).startsWith("4403");
    Duration polled = Duration.ofNanos(System.nanoTime() - silent);
    stores.redis().start();

    System.out.printf(
        "access taken away: closed after %d ms with a wake-up call, %d ms by the poll alone%n",
        woken.toMillis(), polled.toMillis());
    assertThat(woken).isLessThan(PROMISED);
    assertThat(polled).isLessThan(PROMISED);
  }

  @Test
  void aReplicaThatIsStoppedFinishesItsCommitsAndSaysGoodbye() {
    Socket left = new Client(first.port(), ana).join(model);
    List<UUID> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      sent.add(left.edit());
    }
    left.awaitAcknowledged(sent.getFirst());

    long asked = System.nanoTime();
    first.stop();
    Duration ended = Duration.ofNanos(System.nanoTime() - asked);

    assertThat(left.awaitClosed()).startsWith("1001");
    assertThat(ended).isLessThan(Duration.ofSeconds(12));
    assertThat(model.vector()).isEqualTo(left.numbers().getLast());
  }

  private static void edit(int each, Socket left, Socket right) {
    UUID lastLeft = null;
    UUID lastRight = null;
    for (int i = 0; i < each / 2; i++) {
      lastLeft = left.edit();
      lastRight = right.edit();
    }
    left.awaitAcknowledged(lastLeft);
    right.awaitAcknowledged(lastRight);
    Awaits.until("the same on both", () -> left.numbers().size() == right.numbers().size());
  }

  private static List<String> operationIds(Socket socket) {
    return socket.got.stream()
        .filter(m -> m.has("sequence_number"))
        .map(m -> m.path("operation_id").asText())
        .toList();
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
