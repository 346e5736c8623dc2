package tmi.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;
import tmi.webhook.schedule.ScheduleConfig;

class DispatchRelayTest {
  private static final int HOSTS = 200;
  private static final int EACH = 5;

  private final AtomicInteger walks = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();
  private final Map<String, AtomicInteger> left = new ConcurrentHashMap<>();

  @Test
  void endOfAnAttemptAsksForItsOwnHostAndNeverForAllOfThem() {
    IntStream.range(0, HOSTS).forEach(i -> left.put("host" + i, new AtomicInteger(EACH)));
    DispatchRelay relay = relay();

    relay.call();

    Awaits.until("all sent", () -> sent.get() == HOSTS * EACH);
    assertThat(walks).hasValue(1);
    assertThat(asked.get()).isLessThanOrEqualTo(HOSTS * (EACH + 2));
  }

  @Test
  void hostThatFoundAllPlacesTakenHasItsTurnWhenOneIsFree() {
    IntStream.range(0, 3).forEach(i -> left.put("host" + i, new AtomicInteger(100)));
    left.put("last", new AtomicInteger(1));
    DispatchRelay relay = relay();

    relay.call();

    Awaits.until("the last one too", () -> left.get("last").get() == 0);
    Awaits.until("all sent", () -> sent.get() == 301);
    assertThat(walks).hasValue(1);
  }

  private DispatchRelay relay() {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(DispatchConfig.class)
            .withMapping(ScheduleConfig.class)
            .withDefaultValue("tmi.webhook.dispatch.at-once", "3")
            .withDefaultValue("tmi.webhook.dispatch.at-once-per-host", "1")
            .build();
    return new DispatchRelay(
        new Claims(),
        new Attempts(),
        new Outcomes(),
        config.getConfigMapping(ScheduleConfig.class),
        config.getConfigMapping(DispatchConfig.class));
  }

  private static <T> Uni<T> soon(T value) {
    return Uni.createFrom().item(value).emitOn(Infrastructure.getDefaultExecutor());
  }

  private final class Claims extends ClaimRepository {
    Claims() {
      super(null);
    }

    @Override
    Uni<List<WaitingHost>> waitingHosts() {
      walks.incrementAndGet();
      return soon(left.keySet().stream().sorted().map(h -> new WaitingHost(h, false)).toList());
    }

    @Override
    Uni<List<Claim>> claim(String host, int limit, Duration lease, Place after) {
      asked.incrementAndGet();
      boolean none = left.get(host).getAndUpdate(n -> Math.max(0, n - 1)) == 0;
      return soon(none ? List.of() : List.of(claim(host)));
    }

    private static Claim claim(String host) {
      UUID id = UUID.randomUUID();
      return new Claim(
          id, id, id, id, host, "threat.created", new byte[0], 0, "", null, true, false);
    }
  }

  private static final class Attempts extends AttemptService {
    Attempts() {
      super(null, null, null);
    }

    @Override
    Uni<Verdict> attempt(Claim claim) {
      return soon(new Verdict.Delivered());
    }
  }

  private final class Outcomes extends OutcomeService {
    Outcomes() {
      super(null, null, null);
    }

    @Override
    Uni<Void> store(Claim claim, Verdict verdict) {
      sent.incrementAndGet();
      return Uni.createFrom().voidItem();
    }
  }
}
