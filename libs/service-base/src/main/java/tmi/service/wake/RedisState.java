package tmi.service.wake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Says once that Redis went and once that it is back, however many calls meet it: it may vanish,
/// and the log of a busy day must not.
@ApplicationScoped
public class RedisState {
  private static final Logger LOG = Logger.getLogger(RedisState.class);
  private final AtomicBoolean away = new AtomicBoolean();

  /// A call did not come through.
  public void failed(Throwable reason) {
    if (away.compareAndSet(false, true)) {
      LOG.warnf("redis went away reason=%s", reason.getMessage());
    }
  }

  /// A call came through.
  public void answered() {
    if (away.compareAndSet(true, false)) {
      LOG.warn("redis is back");
    }
  }

  /// True between the two.
  public boolean isAway() {
    return away.get();
  }
}
