package tmi.service.limit;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;
import tmi.service.wake.RedisState;

/// Step 14: the limit of a caller, a window of a minute and one of an hour, one round trip.
@ApplicationScoped
public class UserLimit {
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  /// Counts in both windows and gives both counts back.
  private static final String COUNT =
      """
      local m = redis.call('INCR', KEYS[1])
      if m == 1 then redis.call('EXPIRE', KEYS[1], 60) end
      local h = redis.call('INCR', KEYS[2])
      if h == 1 then redis.call('EXPIRE', KEYS[2], 3600) end
      return {m, h}\
      """;

  /// How long a request waits to be counted, and how long nobody is counted after one waited in
  /// vain: a store that hangs must not hold up everybody.
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private static final Duration REST = Duration.ofSeconds(2);

  private final ReactiveRedisDataSource redis;
  private final LimitConfig config;
  private final RedisState state;
  private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.EPOCH);
  private final Clock clock = Clock.systemUTC();

  UserLimit(ReactiveRedisDataSource redis, LimitConfig config, RedisState state) {
    this.redis = redis;
    this.config = config;
    this.state = state;
  }

  /// Takes one request from the caller's allowance and tells the client by the `X-RateLimit-…`
  /// headers; fails with 429 when it is used up.
  public Uni<Void> take(Caller caller, HttpServerResponse response) {
    if (config.disabled() || clock.instant().isBefore(restsUntil.get())) {
      return Uni.createFrom().voidItem();
    }
    Context own = Vertx.currentContext();
    long now = clock.instant().getEpochSecond();
    String key = "tmi:limit:{" + caller.userId() + "}:";
    return redis
        .execute("EVAL", COUNT, "2", key + now / MINUTE, key + "h" + now / HOUR)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .invoke(state::answered)
        .onFailure()
        .recoverWithUni(failure -> away(failure, own))
        .invoke(counts -> judge(counts, now, response))
        .replaceWithVoid();
  }

  /// The clock of the wait has a thread of its own; the request goes on in its context.
  private Uni<Response> away(Throwable failure, Context own) {
    state.failed(failure);
    restsUntil.set(clock.instant().plus(REST));
    Uni<Response> nothing = Uni.createFrom().nullItem();
    return own == null ? nothing : nothing.emitOn(task -> own.runOnContext(v -> task.run()));
  }

  private void judge(Response counts, long now, HttpServerResponse response) {
    if (counts == null) {
      return;
    }
    long minute = counts.get(0).toLong();
    long reset = (now / MINUTE + 1) * MINUTE;
    response.putHeader("X-RateLimit-Limit", Integer.toString(config.perMinute()));
    response.putHeader(
        "X-RateLimit-Remaining", Long.toString(Math.max(0, config.perMinute() - minute)));
    response.putHeader("X-RateLimit-Reset", Long.toString(reset));
    if (minute > config.perMinute()) {
      throw Problem.tooMany(
          "At most " + config.perMinute() + " requests a minute", (int) (reset - now));
    }
    if (counts.get(1).toLong() > config.perHour()) {
      throw Problem.tooMany(
          "At most " + config.perHour() + " requests an hour", (int) (HOUR - now % HOUR));
    }
  }
}
