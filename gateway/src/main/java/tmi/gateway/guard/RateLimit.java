package tmi.gateway.guard;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import tmi.gateway.identity.Outsider;

/// Counts requests by address in a sliding minute kept in Redis. Without Redis each replica counts
/// the requests of signing in by itself, by the same limit: whoever is signed in can go on renewing
/// his token, and nobody can guess without end. Public discovery documents pass uncounted then.
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
  private final boolean countsLocal;
  private final LocalWindow own = new LocalWindow(Duration.ofSeconds(WINDOW_SECONDS));
  private final AtomicBoolean counting = new AtomicBoolean(true);

  @Inject
  public RateLimit(RedisAPI redis, GuardConfig config) {
    this.redis = redis;
    this.config = config;
    countsLocal = config.buildMode() == BuildMode.PRODUCTION;
  }

  /// Whether this request has to be counted at all. Programs of this machine are not, on a
  /// developer's machine; in production they are a proxy whose word is not believed, and all the
  /// people behind it (`TMI_TRUSTED_PROXIES`).
  public boolean appliesTo(String path, Outsider outsider) {
    boolean exempt = outsider.isLocal() && !countsLocal;
    return !config.disableRateLimiting() && !exempt && RateRule.of(path) != null;
  }

  /// Counts the request; empty when the store did not answer in time and the path needs no limit
  /// then.
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
        .onComplete(this::note)
        .map(answer -> Optional.of(rate(limit, answer)))
        .otherwise(failure ->
            rule == RateRule.SIGN_IN
                ? Optional.of(own.count(outsider.address(), limit, System.currentTimeMillis()))
                : Optional.empty());
  }

  /// Once when the store goes and once when it is back, not at every request.
  private void note(AsyncResult<Response> counted) {
    if (counting.compareAndSet(counted.failed(), counted.succeeded())) {
      if (counted.failed()) {
        LOG.warnf(
            "rates are counted by this replica alone: Redis does not answer, cause=%s",
            counted.cause().getMessage());
      } else {
        LOG.warn("rates are counted in Redis again");
      }
    }
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
