package tmi.webhook.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
  private static final List<Duration> PLAN =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30));
  private final RetryRule rule = new RetryRule(PLAN);
  private final Random random = new Random(7);

  @ParameterizedTest
  @CsvSource({"1,1", "2,5", "3,15", "4,30"})
  void waitGrowsByTheTimetableWithALittleChance(int attempt, int minutes) {
    Duration planned = Duration.ofMinutes(minutes);
    for (int i = 0; i < 100; i++) {
      assertThat(rule.after(attempt, Optional.empty(), random).orElseThrow())
          .isBetween(planned, planned.multipliedBy(11).dividedBy(10));
    }
  }

  @Test
  void fifthFailureIsTheEnd() {
    assertThat(rule.after(5, Optional.empty(), random)).isEmpty();
  }

  @Test
  void receiverMayAskForMoreTimeButNotForLessNorForever() {
    assertThat(rule.after(1, Optional.of(Duration.ofMinutes(9)), random))
        .contains(Duration.ofMinutes(9));
    assertThat(rule.after(2, Optional.of(Duration.ofSeconds(1)), random).orElseThrow())
        .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    assertThat(rule.after(1, Optional.of(Duration.ofDays(9)), random))
        .contains(Duration.ofHours(1));
  }

  @Test
  void fifthFailureInARowOpensAndEachFailedProbeOpensLonger() {
    Breaker breaker = Breaker.HEALTHY;
    for (int i = 0; i < 4; i++) {
      breaker = breaker.failed(5, false);
      assertThat(breaker.window(PLAN)).isEmpty();
    }
    breaker = breaker.failed(5, false);
    assertThat(breaker.window(PLAN)).contains(Duration.ofMinutes(1));
    breaker = breaker.failed(5, true);
    assertThat(breaker.window(PLAN)).contains(Duration.ofMinutes(5));
    for (int i = 0; i < 9; i++) {
      breaker = breaker.failed(5, true);
    }
    assertThat(breaker.window(PLAN)).contains(Duration.ofMinutes(30));
  }

  @Test
  void attemptsThatWereUnderWayWhenItOpenedOpenItNoLonger() {
    Breaker breaker = Breaker.HEALTHY;
    for (int i = 0; i < 12; i++) {
      breaker = breaker.failed(5, false);
    }
    assertThat(breaker.openings()).isEqualTo(1);
    assertThat(breaker.window(PLAN)).contains(Duration.ofMinutes(1));
  }
}
