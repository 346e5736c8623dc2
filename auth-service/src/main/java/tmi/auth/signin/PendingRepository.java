package tmi.auth.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private static final String BY_REPLAY = "tmi:auth:replayed:";
  private static final long REPLAY_SECONDS = 60;
  private final ReactiveValueCommands<String, String> values;
  private final ObjectMapper mapper;
  private final long seconds;
  private final AtomicBoolean away = new AtomicBoolean();

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

  /// Remembers for a minute, longer than any exchange takes, that the code came when it was not
  /// good.
  Uni<Void> markReplayed(byte[] codeHash) {
    return store(BY_REPLAY + HexFormat.of().formatHex(codeHash), REPLAY_SECONDS, "1");
  }

  Uni<Boolean> isReplayed(byte[] codeHash) {
    return reached(values.get(BY_REPLAY + HexFormat.of().formatHex(codeHash)))
        .map(Objects::nonNull);
  }

  private Uni<Void> put(String key, Pending pending) {
    return store(key, seconds, write(pending));
  }

  private Uni<Void> store(String key, long life, String value) {
    return reached(values.setex(key, life, value));
  }

  private Uni<Optional<Pending>> take(String key) {
    return reached(values.getdel(key)).map(text -> Optional.ofNullable(text).map(this::read));
  }

  private <T> Uni<T> reached(Uni<T> command) {
    return command
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .invoke(this::back)
        .onFailure()
        .transform(this::away);
  }

  /// Said once when Redis goes and once when it is back, not with every request.
  private Problem away(Throwable failure) {
    if (away.compareAndSet(false, true)) {
      LOG.warnf("sign-ins are refused, redis is away reason=%s", failure.getMessage());
    }
    return Problem.unavailable(RETRY_SECONDS);
  }

  private void back() {
    if (away.compareAndSet(true, false)) {
      LOG.info("sign-ins are taken again, redis is back");
    }
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
