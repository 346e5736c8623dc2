package tmi.collab.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GateTest {
  private boolean revocationsAreFresh = true;
  private long now = Duration.ofDays(1).toNanos();
  private final Gate gate = new Gate(() -> revocationsAreFresh, () -> now);

  @Test
  void itIsShutBeforeTheFirstGoodLook() {
    assertThat(gate.isOpen()).isFalse();
    assertThat(gate.opensBy(now)).isTrue();
    assertThat(gate.isOpen()).isTrue();
  }

  @Test
  void itShutsFiveSecondsAfterTheLastGoodLookBegan() {
    gate.opensBy(now);

    pass(Duration.ofSeconds(5));
    assertThat(gate.isOpen()).isTrue();
    pass(Duration.ofMillis(1));
    assertThat(gate.isOpen()).isFalse();
  }

  @Test
  void whoWasTurnedAwayBetweenTwoGoodLooksIsCalled() {
    gate.opensBy(now);
    revocationsAreFresh = false;
    assertThat(gate.isOpen()).isFalse();
    revocationsAreFresh = true;

    assertThat(gate.isOpen()).as("open without a look").isFalse();
    assertThat(gate.opensBy(now)).as("opened by the look").isTrue();
    assertThat(gate.isOpen()).isTrue();
  }

  @Test
  void aLookThatFindsItOpenCallsNobody() {
    gate.opensBy(now);

    assertThat(gate.opensBy(now)).isFalse();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
