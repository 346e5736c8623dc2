package tmi.service.revocation;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// A look that many may ask for: all who ask before the next one begins share it, and none begins
/// sooner than a rest after the one before.
final class SharedLook {
  private final Duration rest;
  private final Supplier<Uni<Boolean>> look;
  private final AtomicReference<Uni<Boolean>> next = new AtomicReference<>();
  private volatile long mayBegin = System.nanoTime();

  SharedLook(Duration rest, Supplier<Uni<Boolean>> look) {
    this.rest = rest;
    this.look = look;
  }

  /// The next look, which begins after this call.
  Uni<Boolean> ask() {
    Uni<Boolean> mine =
        whenRested()
            .onFailure()
            .invoke(() -> next.set(null)) // else all who come later would share the failure
            .chain(this::begin)
            .memoize()
            .indefinitely();
    Uni<Boolean> other = next.compareAndExchange(null, mine);
    return other == null ? mine : other;
  }

  private Uni<Boolean> begin() {
    mayBegin = System.nanoTime() + rest.toNanos();
    next.set(null);
    return look.get();
  }

  /// Rounded up: the timers of an event loop take no part of a millisecond.
  static Duration wholeMillis(long nanos) {
    return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
  }

  private Uni<Void> whenRested() {
    return Uni.createFrom()
        .deferred(() -> {
          long wait = mayBegin - System.nanoTime();
          Uni<Void> now = Uni.createFrom().voidItem();
          return wait <= 0 ? now : now.onItem().delayIt().by(wholeMillis(wait));
        });
  }
}
