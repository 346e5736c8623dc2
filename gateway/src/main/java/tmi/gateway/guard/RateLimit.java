package tmi.gateway.guard;

import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import tmi.gateway.identity.Outsider;

/// Counts requests by address in a sliding minute kept in Redis. Without Redis everything passes:
/// these limits are a courtesy to the services, which guard credentials themselves.
@Singleton
public class RateLimit {
  private static final Logger LOG = Logger.getLogger(RateLimit.class);

  /// One round trip by the store's own clock: forget what is older than the window, count, and
  /// enter the request unless it is one too many.
  private static final String COUNT =
      """
      local now = redis.call('TIME')
      local at = now[1] * 1000000 + now[2]
      local window = tonumber(ARGV[2]) * 1000000
      redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', at - window)
      local used = redis.call('ZCARD', KEYS[1])
      if used < tonumber(ARGV[1]) then
        redis.call('ZADD', KEYS[1], at, ARGV[3])
        redis.call('EXPIRE', KEYS[1], ARGV[2])
      end
      local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
      local reset = (oldest[2] and tonumber(oldest[2]) or at) + window
      return {used + 1, math.floor(at / 1000), math.floor(reset / 1000)}
      """;

  private static final int WINDOW_SECONDS = 60;

  private final RedisAPI redis;
  private final GuardConfig config;
  private final AtomicBoolean counting = new AtomicBoolean(true);

  @Inject
  public RateLimit(RedisAPI redis, GuardConfig config) {
    this.redis = redis;
    this.config = config;
  }

  /// Whether this request has to be counted at all.
  public boolean appliesTo(String path, Outsider outsider) {
    return !config.disableRateLimiting() && !outsider.isLocal() && RateRule.of(path) != null;
  }

  /// Counts the request; empty when the store did not answer in time.
  public Future<Optional<Rate>> count(String path, Outsider outsider) {
    RateRule rule = RateRule.of(path);
    int limit = limitOf(rule);
    String key =
        "tmi:gateway:rate:%s:%s"
            .formatted(rule.name().toLowerCase(Locale.ROOT), outsider.address());
    List<String> command =
        List.of(
            COUNT,
            "1",
            key,
            String.valueOf(limit),
            String.valueOf(WINDOW_SECONDS),
            UUID.randomUUID().toString());
    return redis
        .eval(command)
        // Once more: the connection may be one that a restarted store has forgotten. The entry is
        // named, so a request is never counted twice.
        .recover(forgotten -> redis.eval(command))
        .timeout(config.countingTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .map(answer -> Optional.of(rate(limit, answer)))
        .otherwise(failure -> {
          LOG.debugf("rate was not counted: %s", failure.getMessage());
          return Optional.empty();
        });
  }

  private int limitOf(RateRule rule) {
    return switch (rule) {
      case DISCOVERY -> config.discoveryPerMinute() > 0 ? config.discoveryPerMinute() : 10;
      case SIGN_IN -> config.signInPerMinute();
    };
  }

  private static Rate rate(int limit, Response answer) {
    int used = answer.get(0).toInteger();
    long now = answer.get(1).toLong();
    long reset = answer.get(2).toLong();
    int wait = used > limit ? (int) Math.max(1, Math.ceilDiv(reset - now, 1000)) : 0;
    return new Rate(limit, limit - used, Math.ceilDiv(reset, 1000), wait);
  }
}
