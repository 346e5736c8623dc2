package tmi.webhook.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class PulseRelayTest {
  private final Deque<UniEmitter<? super Boolean>> running = new ArrayDeque<>();
  private int runs;
  private final PulseRelay pulse =
      new PulseRelay(
          "test",
          () -> {
            runs++;
            return Uni.createFrom().<Boolean>emitter(running::add);
          });

  @Test
  void oneRunAtATimeAndCallsDuringItAreOneMore() {
    pulse.call();
    pulse.call();
    pulse.call();
    assertThat(runs).isEqualTo(1);
    running.poll().complete(false);
    assertThat(runs).isEqualTo(2);
    running.poll().complete(false);
    assertThat(runs).isEqualTo(2);
  }

  @Test
  void runThatSawMoreIsFollowedByAnother() {
    pulse.call();
    running.poll().complete(true);
    assertThat(runs).isEqualTo(2);
  }

  @Test
  void failureWaitsForTheNextCall() {
    pulse.call();
    pulse.call();
    running.poll().fail(new IllegalStateException("away"));
    assertThat(runs).isEqualTo(1);
    pulse.call();
    assertThat(runs).isEqualTo(2);
  }

  @Test
  void workThatThrowsDoesNotStopTheBeat() {
    PulseRelay broken =
        new PulseRelay(
            "broken",
            () -> {
              runs++;
              throw new IllegalStateException("at once");
            });
    broken.call();
    broken.call();
    assertThat(runs).isEqualTo(2);
  }
}
