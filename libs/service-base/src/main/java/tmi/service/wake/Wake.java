package tmi.service.wake;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Sends a wake-up call after a commit. Never fails the caller and never waits.
@ApplicationScoped
public class Wake {
  /// New rows in `event.log`.
  public static final String EVENT = "tmi:event";

  /// New rows in `auth.revoked`.
  public static final String REVOCATION = "tmi:revocation";

  private static final Logger LOG = Logger.getLogger(Wake.class);
  private final ReactivePubSubCommands<String> pubsub;
  private final RedisState state;

  Wake(ReactiveRedisDataSource redis, RedisState state) {
    this.pubsub = redis.pubsub(String.class);
    this.state = state;
  }

  /// Calls whoever listens on the channel.
  public void call(String channel) {
    call(channel, "");
  }

  /// Calls with a word, such as the id of what changed.
  public void call(String channel, String word) {
    pubsub
        .publish(channel, word)
        .subscribe()
        .with(done -> LOG.tracef("woke channel=%s", channel), state::failed);
  }
}
