package tmi.webhook.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;
import tmi.testkit.Stores;

/// The packaged service, two of it, and `kill -9`.
class ReplicaIT {
  private final Stores stores = Stores.forService("webhook");
  private final List<Replica> replicas = new ArrayList<>();
  private final Map<String, String> settings = new HashMap<>();
  private final Sink sink = new Sink();
  private Log log;

  @BeforeEach
  void arrange() {
    settings.putAll(stores.start());
    settings.put("TMI_WEBHOOK_ALLOW_HTTP_TARGETS", "true");
    settings.put("TMI_WEBHOOK_ALLOW_LOOPBACK_TARGETS", "true");
    settings.put("TMI_WEBHOOK_SECRET_KEY", "0f".repeat(32));
    settings.put("TMI_WEBHOOK_SCHEDULE_LEASE", "3s");
    settings.put("TMI_WEBHOOK_SCHEDULE_DELAYS", "300ms,300ms,300ms,300ms");
    log = Log.of(stores.database());
  }

  @AfterEach
  void clear() {
    replicas.forEach(Replica::kill);
    sink.close();
    stores.stop();
  }

  @Test
  void twoReplicasTellEachEventOnceAndInOrder() {
    start(2);
    subscribe();
    List<UUID> models = IntStream.range(0, 10).mapToObj(i -> UUID.randomUUID()).toList();
    IntStream.range(0, 10).forEach(i -> models.forEach(one -> log.add("threat.created", one)));

    untilDelivered(100);

    assertThat(sink.deliveries()).hasSize(100);
    assertThat(sink.deliveries().stream().map(Received::delivery).distinct()).hasSize(100);
    for (UUID model : models) {
      assertThat(
              sink.deliveries().stream()
                  .filter(r -> r.json().getString("threat_model_id").equals(model.toString()))
                  .map(Received::number))
          .isSorted();
    }
  }

  @Test
  void replicaKilledBetweenClaimAndOutcomeLosesNothing() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    sink.answering(exchange -> {
      if (first.compareAndSet(true, false)) {
        await(never);
      }
      Sink.status(200).answer(exchange);
    });
    start(1);
    subscribe();
    log.add("threat.created", UUID.randomUUID());
    Awaits.untilAsserted(() -> assertThat(sink.deliveries()).hasSize(1));

    replicas.getFirst().kill();
    start(1);

    untilDelivered(1);
    assertThat(sink.deliveries()).hasSize(2);
    assertThat(sink.deliveries().stream().map(Received::delivery).distinct()).hasSize(1);
    never.countDown();
  }

  @Test
  void eventsWrittenWhileNobodyRunsAndRedisIsEmptiedArriveLater() {
    start(1);
    subscribe();
    replicas.getFirst().kill();
    UUID model = UUID.randomUUID();
    IntStream.range(0, 5).forEach(i -> log.add("threat.updated", model));
    stores.redis().flush();

    start(1);

    untilDelivered(5);
    assertThat(sink.deliveries().stream().map(Received::number))
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  private void start(int count) {
    List<Replica> started =
        IntStream.range(0, count).mapToObj(i -> Replica.start(settings)).toList();
    replicas.addAll(started);
    started.forEach(Replica::ready);
  }

  private void subscribe() {
    new Api(stores.tokens().administrator("admin"), replicas.getLast().base())
        .active(sink.url(), "threat.created", "threat.updated");
  }

  private void untilDelivered(long count) {
    Awaits.untilAsserted(() ->
        assertThat(
                stores
                    .database()
                    .value(
                        Long.class,
                        "select count(*) from webhook.deliveries where status = 'delivered'"))
            .isEqualTo(count));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
