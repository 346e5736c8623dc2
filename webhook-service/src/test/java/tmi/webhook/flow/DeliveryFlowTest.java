package tmi.webhook.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;
import tmi.testkit.TestRedis;
import tmi.testkit.Tokens;
import tmi.webhook.signing.Signature;
import tmi.webhook.signing.SigningKey;

@QuarkusTest
@WithTestResource(
    value = Stores.class,
    initArgs = @ResourceArg(name = "service", value = "webhook"))
class DeliveryFlowTest {
  TestDatabase database;
  TestRedis redis;
  Tokens tokens;

  private final UUID model = UUID.randomUUID();
  private Sink sink;
  private Log log;
  private Api api;

  @BeforeEach
  void arrange() {
    sink = new Sink();
    log = Log.of(database);
    api = new Api(tokens.administrator("admin" + UUID.randomUUID().toString().substring(0, 8)));
  }

  @AfterEach
  void clear() {
    sink.close();
    database.execute("delete from webhook.subscriptions");
    database.execute("delete from webhook.deliveries");
    database.execute("delete from webhook.hosts");
  }

  @Test
  void eventWrittenBySqlArrivesSignedBothWays() {
    String subscription = api.active(sink.url(), "threat.created");
    UUID event = log.add("threat.created", model);

    Awaits.untilAsserted(() -> assertThat(sink.deliveries()).hasSize(1));
    Received received = sink.deliveries().getFirst();
    SigningKey key = SigningKey.of(Api.SECRET);
    String time = received.headers().get("webhook-timestamp");
    assertThat(received.headers())
        .containsEntry("x-webhook-event", "threat.created")
        .containsEntry("x-webhook-subscription-id", subscription)
        .containsEntry("webhook-id", received.delivery())
        .containsEntry("x-webhook-signature", Signature.contract(key.contract(), received.body()))
        .containsEntry(
            "webhook-signature",
            Signature.standard(
                key.standard().orElseThrow(),
                received.delivery(),
                Long.parseLong(time),
                received.body()));
    JsonObject body = received.json();
    assertThat(body.getString("id")).isEqualTo(event.toString());
    assertThat(body.getString("threat_model_id")).isEqualTo(model.toString());
    assertThat(body.getLong("number")).isEqualTo(1);
    Awaits.untilAsserted(
        () -> assertThat(api.delivery(subscription).getString("status")).isEqualTo("delivered"));
    assertThat(api.delivery(subscription).getInt("attempts")).isEqualTo(1);
    assertThat(api.subscription(subscription).getString("last_successful_use")).isNotNull();
  }

  @Test
  void receiverThatWasDownHearsLater() {
    String subscription = api.active(sink.url(), "threat.created", "threat.updated");
    sink.goDown();
    log.add("threat.created", model);
    Awaits.untilAsserted(
        () -> assertThat(api.delivery(subscription).<Integer>get("attempts")).isPositive());
    assertThat(api.delivery(subscription).getString("last_error")).isEqualTo("connection refused");

    sink.comeUp();

    Awaits.untilAsserted(() -> assertThat(sink.deliveries()).hasSize(1));
    Awaits.untilAsserted(
        () -> assertThat(api.delivery(subscription).getString("status")).isEqualTo("delivered"));
    assertThat(api.delivery(subscription).getString("next_retry_at")).isNull();
  }

  @Test
  void fiveFailuresAreTheEnd() {
    sink.answering(exchange -> {
      byte[] text = "no\nway".getBytes();
      exchange.sendResponseHeaders(500, text.length);
      exchange.getResponseBody().write(text);
      exchange.close();
    });
    String subscription = api.active(sink.url(), "threat.created", "threat.updated");
    log.add("threat.created", model);

    Awaits.untilAsserted(
        () -> assertThat(api.delivery(subscription).getString("status")).isEqualTo("failed"));

    assertThat(sink.deliveries()).hasSize(5);
    assertThat(sink.deliveries().stream().map(Received::delivery).distinct()).hasSize(1);
    assertThat(api.delivery(subscription).getInt("attempts")).isEqualTo(5);
    assertThat(api.delivery(subscription).getString("last_error")).isEqualTo("HTTP 500: no way");
    assertThat(api.delivery(subscription).getString("delivered_at")).isNull();
    assertThat(api.subscription(subscription).getInt("publication_failures")).isEqualTo(1);
  }

  @Test
  void firstAttemptsKeepEachStreamsOrderThoughOneFails() {
    AtomicInteger requests = new AtomicInteger();
    sink.answering(
        exchange -> Sink.status(requests.incrementAndGet() % 7 == 3 ? 500 : 200).answer(exchange));
    api.active(sink.url(), "threat.created", "threat.updated");
    List<UUID> models = List.of(model, UUID.randomUUID(), UUID.randomUUID());
    IntStream.range(0, 15).forEach(i -> models.forEach(one -> log.add("threat.created", one)));

    Awaits.untilAsserted(() ->
        assertThat(
                database.value(
                    Long.class,
                    "select count(*) from webhook.deliveries where status = 'delivered'"))
            .isEqualTo(45));

    for (UUID one : models) {
      List<Long> firsts =
          sink.deliveries().stream()
              .filter(r -> r.json().getString("threat_model_id").equals(one.toString()))
              .map(Received::number)
              .distinct()
              .toList();
      assertThat(firsts).containsExactlyElementsOf(LongStream.rangeClosed(1, 15).boxed().toList());
    }
  }

  @Test
  void slowReceiverHoldsUpNobodyElse() {
    try (Sink other = new Sink()) {
      sink.answering(exchange -> {
        Awaits.until("the other was told", () -> other.deliveries().size() == 10);
        Sink.status(200).answer(exchange);
      });
      api.active(sink.url(), "threat.created", "threat.updated");
      api.active(other.url().replace("127.0.0.1", "localhost"), "threat.created", "threat.updated");
      IntStream.range(0, 10).forEach(i -> log.add("threat.created", UUID.randomUUID()));
      Awaits.untilAsserted(() -> assertThat(other.deliveries()).hasSize(10));
      Awaits.untilAsserted(() -> assertThat(sink.deliveries()).hasSize(10));
    }
  }

  @Test
  void burstOfLiveEditsIsToldOnce() {
    api.active(sink.url(), "diagram.updated");
    UUID diagram = UUID.randomUUID();
    IntStream.range(0, 12).forEach(i -> log.add("diagram.updated", model, diagram));

    Awaits.untilAsserted(() -> assertThat(sink.deliveries()).hasSize(1));
    assertThat(sink.deliveries().getFirst().number()).isEqualTo(12);
    assertThat(
            database.value(
                Long.class, "select count(*) from event.log where stream = ? and not taken", model))
        .isZero();
  }

  @Test
  void emptiedAndStoppedRedisLosesNothing() {
    api.active(sink.url(), "threat.created", "threat.updated");
    log.add("threat.created", model);
    redis.flush();
    redis.stop();
    try {
      log.add("threat.updated", model);
      Awaits.untilAsserted(() -> assertThat(sink.deliveries()).hasSize(2));
    } finally {
      redis.start();
    }
  }

  @Test
  void claimOfADeadReplicaComesDueAgain() {
    String subscription = api.active(sink.url(), "threat.created", "threat.updated");
    database.execute(
        """
        insert into webhook.deliveries (id, subscription_id, host, event_id, stream, number,
          event_type, payload, claim, next_attempt_at)
        values (gen_random_uuid(), ?::uuid, '127.0.0.1', gen_random_uuid(), gen_random_uuid(), 1,
          'threat.created', '{"number":1}', gen_random_uuid(), now() + interval '1 second')
        """,
        subscription);
    Awaits.untilAsserted(() -> assertThat(sink.deliveries()).hasSize(1));
  }

  @Test
  void openBreakerHoldsBackAndThenLetsOneProbeThrough() {
    List<Long> underWay = new CopyOnWriteArrayList<>();
    sink.answering(exchange -> {
      underWay.add(
          database.value(
              Long.class, "select count(*) from webhook.deliveries where claim is not null"));
      Sink.status(200).answer(exchange);
    });
    api.active(sink.url(), "threat.created");
    database.execute(
        "insert into webhook.hosts values ('127.0.0.1', 5, 1, now() + interval '2 seconds')");
    IntStream.range(0, 5).forEach(i -> log.add("threat.created", UUID.randomUUID()));
    Awaits.untilAsserted(() ->
        assertThat(database.value(Long.class, "select count(*) from webhook.deliveries"))
            .isEqualTo(5));
    assertThat(sink.deliveries()).isEmpty();

    Awaits.untilAsserted(() -> assertThat(sink.deliveries()).hasSize(5));

    assertThat(underWay.getFirst()).isEqualTo(1);
    Awaits.untilAsserted(() ->
        assertThat(database.value(Long.class, "select count(*) from webhook.hosts")).isZero());
  }

  @Test
  void asyncReceiverReportsUntilItIsDone() {
    sink.answering(exchange -> {
      exchange.getResponseHeaders().add("X-TMI-Callback", "async");
      Sink.status(202).answer(exchange);
    });
    String subscription = api.active(sink.url(), "threat.created", "threat.updated");
    log.add("threat.created", model);
    Awaits.untilAsserted(
        () -> assertThat(api.delivery(subscription).getString("status")).isEqualTo("in_progress"));
    String id = api.delivery(subscription).getString("id");
    Reporter reporter = new Reporter(id);

    assertThat(reporter.report("{\"status\":\"in_progress\",\"status_percent\":25}", 200))
        .contains("\"status_percent\":25");
    reporter.forged("{\"status\":\"failed\"}", 401);
    reporter.report("{\"status\":\"completed\",\"message\":\"x\"}", 400);
    assertThat(reporter.report("{\"status\":\"completed\"}", 200))
        .contains("\"status\":\"delivered\"", "\"status_percent\":100");
    reporter.report("{\"status\":\"completed\"}", 409);
    assertThat(reporter.read()).contains("\"status\":\"delivered\"");
    new Reporter(UUID.randomUUID().toString()).report("{\"status\":\"completed\"}", 404);
  }
}
