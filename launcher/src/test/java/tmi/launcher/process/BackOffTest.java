package tmi.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private final BackOff backOff = new BackOff();

  @Test
  void waitsDoubleUpToHalfAMinute() {
    var waits =
        Stream.generate(() -> backOff.afterDeath(Duration.ZERO).toSeconds()).limit(7).toList();

    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void lifeOfAMinuteIsForgiven() {
    backOff.afterDeath(Duration.ZERO);
    backOff.afterDeath(Duration.ZERO);

    assertThat(backOff.afterDeath(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
  }
}
