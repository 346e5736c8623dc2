package tmi.service.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedLookTest {
  private static final Duration REST = Duration.ofMillis(200);
  private final AtomicInteger begun = new AtomicInteger();

  @Test
  void thousandsWhoAskWithinARestBeginOneLookMore() {
    SharedLook looks = new SharedLook(REST, this::good);
    assertThat(looks.ask().subscribeAsCompletionStage().join()).isTrue();
    long from = System.nanoTime();

    List<CompletableFuture<Boolean>> asked = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      asked.add(looks.ask().subscribeAsCompletionStage());
    }
    asked.forEach(CompletableFuture::join);

    long rests = (System.nanoTime() - from) / REST.toNanos();
    assertThat(begun.get()).isBetween(2, 2 + (int) rests);
  }

  @Test
  void whoAsksDuringALookGetsTheNextOne() {
    CompletableFuture<Boolean> slow = new CompletableFuture<>();
    SharedLook looks =
        new SharedLook(
            REST,
            () ->
                begun.incrementAndGet() == 1
                    ? Uni.createFrom().completionStage(slow)
                    : Uni.createFrom().item(true));
    var first = looks.ask().subscribeAsCompletionStage();

    assertThat(looks.ask().subscribeAsCompletionStage().join()).isTrue();

    assertThat(first).isNotDone();
    assertThat(begun).hasValue(2);
    slow.complete(false);
    assertThat(first.join()).isFalse();
  }

  @Test
  void noWaitIsShorterThanATimerTakes() {
    for (long nanos : new long[] {1, 999_999, 1_000_000, 200_000_000}) {
      assertThat(SharedLook.wholeMillis(nanos))
          .isGreaterThanOrEqualTo(Duration.ofMillis(1))
          .isGreaterThan(Duration.ofNanos(nanos));
    }
  }

  private Uni<Boolean> good() {
    begun.incrementAndGet();
    return Uni.createFrom().item(true);
  }
}
