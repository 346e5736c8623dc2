package tmi.webhook.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.testkit.Awaits;
import tmi.testkit.Stores;

/// How fast the packaged service takes a heap of events in and sends them (docs/decisions/0003).
/// Not a test of the gate: run it by name, `-Dtest=IntakeTrial`, after `package`.
class IntakeTrial {
  private static final int EVENTS = 10_000;

  private final Stores stores = Stores.forService("webhook");
  private final List<Replica> replicas = new ArrayList<>();
  private final Sink sink = new Sink();

  @AfterEach
  void clear() {
    replicas.forEach(Replica::kill);
    sink.close();
    stores.stop();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void heap(int count) {
    Map<String, String> settings = new HashMap<>(stores.start());
    settings.put("TMI_WEBHOOK_ALLOW_HTTP_TARGETS", "true");
    settings.put("TMI_WEBHOOK_ALLOW_LOOPBACK_TARGETS", "true");
    settings.put("TMI_WEBHOOK_SECRET_KEY", "0f".repeat(32));
    start(settings);
    new Api(stores.tokens().administrator("admin"), replicas.getFirst().base())
        .active(sink.url(), "threat.created");
    replicas.getFirst().kill();
    stores
        .database()
        .execute(
            """
            insert into event.log (id, type, threat_model_id, object_type, object_id, confidential)
            select gen_random_uuid(), 'threat.created',
                   ('00000000-0000-0000-0000-' || lpad(to_hex(n %% 500 + 1), 12, '0'))::uuid,
                   'threat', gen_random_uuid(), false
              from generate_series(1, %d) n
            """
                .formatted(EVENTS));
    for (int i = 0; i < count; i++) {
      replicas.add(Replica.start(settings));
    }
    long untaken = measured("select count(*) from event.log where not taken", EVENTS);
    long unsent = measured("select count(*) from webhook.deliveries where status = 'pending'", 0);
    System.out.printf(
        "replicas=%d taken_per_s=%d sent_per_s=%d%n",
        count, EVENTS * 1000L / untaken, EVENTS * 1000L / unsent);
  }

  private void start(Map<String, String> settings) {
    replicas.add(Replica.start(settings).ready());
  }

  /// Milliseconds from the first row that is done to the last.
  private long measured(String open, long from) {
    Awaits.until("begun", Duration.ofMinutes(2), () -> rows(open) != from);
    long begun = System.nanoTime();
    Awaits.until("done", Duration.ofMinutes(10), () -> rows(open) == 0);
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }

  private long rows(String sql) {
    return stores.database().value(Long.class, sql);
  }
}
