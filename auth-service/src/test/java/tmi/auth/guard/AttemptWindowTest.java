package tmi.auth.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptWindowTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:15Z");

  @Test
  void nameWaitsForTheNextMinuteOnceItsLimitIsReached() {
    AttemptWindow window = new AttemptWindow(2, 10);
    window.count("a", NOW);
    assertThat(window.waitOf("a", NOW)).isZero();

    window.count("a", NOW);

    assertThat(window.waitOf("a", NOW)).isEqualTo(45);
    assertThat(window.waitOf("b", NOW)).isZero();
    assertThat(window.waitOf("a", NOW.plusSeconds(45))).isZero();
  }

  @Test
  void namesBeyondTheTableShareOneCountAndNobodyElseFeelsIt() {
    AttemptWindow window = new AttemptWindow(3, 2);
    window.count("first", NOW);
    window.count("second", NOW);

    IntStream.range(0, 3).forEach(i -> window.count("flood-" + i, NOW));

    assertThat(window.waitOf("flood-99", NOW)).isPositive();
    assertThat(window.waitOf("first", NOW)).isZero();
  }
}
