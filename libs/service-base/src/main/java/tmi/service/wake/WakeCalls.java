package tmi.service.wake;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands.ReactiveRedisSubscriber;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Listens to a channel for as long as the service lives; a lost connection is built again every
/// second, and one that does not come about within some seconds is given up.
@ApplicationScoped
public class WakeCalls {
  private static final Logger LOG = Logger.getLogger(WakeCalls.class);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /// How many connections may hang at once, given up but not ended by either side yet.
  private static final int MAX_HANGING = 4;

  private final ReactiveRedisDataSource redis;
  private final Vertx vertx;
  private final RedisState state;
  private final AtomicInteger hanging = new AtomicInteger();

  WakeCalls(ReactiveRedisDataSource redis, Vertx vertx, RedisState state) {
    this.redis = redis;
    this.vertx = vertx;
    this.state = state;
  }

  /// Runs the listener at each call on the channel, from now on.
  public void listen(String channel, Consumer<String> listener) {
    if (hanging.get() >= MAX_HANGING) {
      vertx.setTimer(AGAIN.toMillis(), id -> listen(channel, listener));
      return;
    }
    Attempt attempt = new Attempt(() -> listen(channel, listener));
    redis
        .pubsub(String.class)
        .subscribe(channel, listener, attempt::end, reason -> attempt.end())
        .subscribe()
        .with(attempt::connected, attempt::failed);
    vertx.setTimer(PATIENCE.toMillis(), id -> attempt.giveUp());
  }

  private enum Stage {
    WAITING,
    LISTENING,
    GIVEN_UP,
    OVER
  }

  /// One connection, from the wish for it to its end.
  private final class Attempt {
    private final Runnable next;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);

    Attempt(Runnable next) {
      this.next = next;
    }

    void connected(ReactiveRedisSubscriber subscriber) {
      if (stage.compareAndSet(Stage.WAITING, Stage.LISTENING)) {
        state.answered();
      } else {
        end();
        subscriber
            .unsubscribe()
            .subscribe()
            .with(
                done -> LOG.trace("late connection ended"),
                e -> LOG.debugf("late connection not ended reason=%s", e.getMessage()));
      }
    }

    void failed(Throwable reason) {
      state.failed(reason);
      end();
    }

    void giveUp() {
      if (stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP)) {
        hanging.incrementAndGet();
        state.failed(new TimeoutException("no answer"));
        again();
      }
    }

    /// One that was given up has been followed by another already.
    void end() {
      switch (stage.getAndSet(Stage.OVER)) {
        case WAITING, LISTENING -> again();
        case GIVEN_UP -> hanging.decrementAndGet();
        case OVER -> LOG.trace("ended twice");
      }
    }

    private void again() {
      vertx.setTimer(AGAIN.toMillis(), id -> next.run());
    }
  }
}
