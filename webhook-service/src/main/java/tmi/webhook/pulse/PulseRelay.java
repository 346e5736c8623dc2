package tmi.webhook.pulse;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Hands wake-up calls to a piece of work that must not run twice at once in this replica. Calls
/// come from timers, from Redis and from the work before; many of them are as good as one.
public final class PulseRelay {
  private static final Logger LOG = Logger.getLogger(PulseRelay.class);
  // A connection that died without a word must not stop the work for good.
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final String name;
  private final Supplier<Uni<Boolean>> work;
  private final AtomicInteger calls = new AtomicInteger();

  /// @param work one portion; answers true when there may be more to do at once
  public PulseRelay(String name, Supplier<Uni<Boolean>> work) {
    this.name = name;
    this.work = work;
  }

  public void call() {
    if (calls.getAndIncrement() == 0) {
      run();
    }
  }

  private void run() {
    int answered = calls.get();
    Uni.createFrom()
        .deferred(work::get)
        .ifNoItem()
        .after(LONGEST)
        .fail()
        .subscribe()
        .with(more -> settle(more, answered), this::pause);
  }

  private void settle(boolean more, int answered) {
    if (more || !calls.compareAndSet(answered, 0)) {
      run();
    }
  }

  // The timer calls again soon; running on at once would only hammer what does not answer.
  private void pause(Throwable failure) {
    LOG.warnf("work paused work=%s reason=%s", name, failure.getMessage());
    calls.set(0);
  }
}
