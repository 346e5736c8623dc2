package tmi.collab.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SteadinessTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Duration GRACE = Duration.ofSeconds(60);
  private final Steadiness steadiness = new Steadiness(Duration.ofSeconds(10));

  @Test
  void onlyAWholeGraceTimeOfGoodRenewalsCounts() {
    renewFrom(0, 59);
    assertThat(steadiness.heldFor(GRACE, 55 * SECOND)).isFalse();
    renewFrom(60, 65);
    assertThat(steadiness.heldFor(GRACE, 60 * SECOND)).isTrue();
  }

  @Test
  void anOutageStartsTheTimeAnew() {
    renewFrom(0, 100);
    steadiness.failed();
    renewFrom(105, 160);

    assertThat(steadiness.heldFor(GRACE, 160 * SECOND)).isFalse();
  }

  @Test
  void aPauseOfTheProcessStartsTheTimeAnew() {
    renewFrom(0, 100);
    renewFrom(130, 135);

    assertThat(steadiness.heldFor(GRACE, 135 * SECOND)).isFalse();
  }

  private void renewFrom(long first, long last) {
    for (long second = first; second <= last; second += 5) {
      steadiness.renewed(second * SECOND);
    }
  }
}
