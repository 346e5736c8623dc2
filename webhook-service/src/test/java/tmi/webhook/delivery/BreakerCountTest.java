package tmi.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;

@QuarkusTest
@WithTestResource(
    value = Stores.class,
    initArgs = @ResourceArg(name = "service", value = "webhook"))
class BreakerCountTest {
  private static final String HOST = "counted.example.org";

  TestDatabase database;
  @Inject OutcomeRepository outcomes;

  @AfterEach
  void clear() {
    database.execute("delete from webhook.hosts where host = ?", HOST);
  }

  @Test
  void failuresAtTheSameMomentAreAllCountedTheFirstOnesToo() {
    fail(9, 100);

    assertThat(value("failures")).isEqualTo(9);
    assertThat(value("openings")).isZero();
  }

  @Test
  void theFailureThatReachesTheLimitOpensAndThoseUnderWayDoNot() {
    fail(8, 5);

    assertThat(value("failures")).isEqualTo(8);
    assertThat(value("openings")).isEqualTo(1);
    assertThat(
            database.value(
                Boolean.class, "select open_until > now() from webhook.hosts where host = ?", HOST))
        .isTrue();
  }

  private void fail(int times, int limit) {
    List<Uni<Void>> failures =
        IntStream.range(0, times)
            .mapToObj(i ->
                outcomes.blame(
                    HOST, breaker -> breaker.failed(limit, false), List.of(Duration.ofMinutes(1))))
            .toList();
    Uni.combine().all().unis(failures).discardItems().await().atMost(Duration.ofSeconds(20));
  }

  private int value(String column) {
    return database.value(
        Integer.class, "select " + column + " from webhook.hosts where host = ?", HOST);
  }
}
