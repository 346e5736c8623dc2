package tmi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DrainTest {
  @Test
  void nothingInFlightEndsAtOnce() {
    Drain drain = new Drain(Duration.ofHours(1));
    Runnable ended = drain.begun();
    ended.run();
    ended.run();

    assertThat(drain.close()).isTrue();
  }

  @Test
  void whatIsInFlightIsWaitedFor() {
    Drain drain = new Drain(Duration.ofHours(1));
    Runnable ended = drain.begun();
    CompletableFuture<Boolean> closing = CompletableFuture.supplyAsync(drain::close);
    ended.run();

    assertThat(closing.join()).isTrue();
  }

  @Test
  void butNotForEver() {
    Drain drain = new Drain(Duration.ofMillis(1));
    drain.begun();

    assertThat(drain.close()).isFalse();
    assertThat(drain.isClosing()).isTrue();
  }
}
