package tmi.auth.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import tmi.kernel.problem.Problem;

/// Sign-ins that wait, in Redis: any replica takes the second half, and each is taken once. Without
/// Redis no sign-in starts or ends; the answer is 503.
@ApplicationScoped
class PendingRepository {
  private static final Logger LOG = Logger.getLogger(PendingRepository.class);
  private static final int RETRY_SECONDS = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String BY_STATE = "tmi:auth:state:";
  private static final String BY_CODE = "tmi:auth:code:";
  private final ReactiveValueCommands<String, String> values;
  private final ObjectMapper mapper;
  private final long seconds;

  PendingRepository(ReactiveRedisDataSource redis, ObjectMapper mapper, SignInConfig config) {
    this.values = redis.value(String.class);
    this.mapper = mapper;
    this.seconds = config.pendingLife().toSeconds();
  }

  Uni<Void> putByState(String state, Pending pending) {
    return put(BY_STATE + state, pending);
  }

  Uni<Void> putByCode(String code, Pending pending) {
    return put(BY_CODE + code, pending);
  }

  Uni<Optional<Pending>> takeByState(String state) {
    return take(BY_STATE + state);
  }

  Uni<Optional<Pending>> takeByCode(String code) {
    return take(BY_CODE + code);
  }

  private Uni<Void> put(String key, Pending pending) {
    return values
        .setex(key, seconds, write(pending))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .transform(PendingRepository::away);
  }

  private Uni<Optional<Pending>> take(String key) {
    return values
        .getdel(key)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .transform(PendingRepository::away)
        .map(text -> Optional.ofNullable(text).map(this::read));
  }

  private static Problem away(Throwable failure) {
    LOG.warnf("sign-in refused, redis is away reason=%s", failure.getMessage());
    return Problem.unavailable(RETRY_SECONDS);
  }

  private String write(Pending pending) {
    try {
      return mapper.writeValueAsString(pending);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Pending read(String text) {
    try {
      return mapper.readValue(text, Pending.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a waiting sign-in cannot be read", e);
    }
  }
}
