package tmi.service.wake;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Listens to a channel for as long as the service lives; a lost connection is built again every
/// second.
@ApplicationScoped
public class WakeCalls {
  private static final Logger LOG = Logger.getLogger(WakeCalls.class);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private final ReactiveRedisDataSource redis;
  private final Vertx vertx;

  WakeCalls(ReactiveRedisDataSource redis, Vertx vertx) {
    this.redis = redis;
    this.vertx = vertx;
  }

  /// Runs the listener at each call on the channel, from now on.
  public void listen(String channel, Consumer<String> listener) {
    AtomicBoolean lost = new AtomicBoolean();
    redis
        .pubsub(String.class)
        .subscribe(
            channel,
            listener,
            () -> again(channel, listener, lost),
            e -> again(channel, listener, lost))
        .subscribe()
        .with(
            done -> LOG.debugf("listening channel=%s", channel),
            e -> again(channel, listener, lost));
  }

  private void again(String channel, Consumer<String> listener, AtomicBoolean lost) {
    if (lost.compareAndSet(false, true)) {
      vertx.setTimer(AGAIN.toMillis(), id -> listen(channel, listener));
    }
  }
}
