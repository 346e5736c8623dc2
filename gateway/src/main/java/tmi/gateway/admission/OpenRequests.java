package tmi.gateway.admission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import tmi.gateway.guard.BuildMode;
import tmi.gateway.guard.GuardConfig;
import tmi.gateway.identity.Outsider;
import tmi.kernel.problem.Problem;

/// Counts the open requests of each address. On a developer's machine its own programs are not
/// counted.
@Singleton
public class OpenRequests {
  private static final Runnable NOTHING = () -> {};

  private final int limit;
  private final boolean countsLocal;
  private final Quota open;

  @Inject
  public OpenRequests(AdmissionConfig config, GuardConfig guard) {
    limit = config.openRequests();
    countsLocal = guard.buildMode() == BuildMode.PRODUCTION;
    open = new Quota(Long.MAX_VALUE, limit);
  }

  /// Null when the address has as many open as it may; else call the answer, once or more, when the
  /// request is over.
  public Runnable enter(Outsider outsider) {
    if (outsider.isLocal() && !countsLocal) {
      return NOTHING;
    }
    if (open.take(outsider.address(), 1) != Quota.Outcome.TAKEN) {
      return null;
    }
    AtomicBoolean left = new AtomicBoolean();
    return () -> {
      if (left.compareAndSet(false, true)) {
        open.give(outsider.address(), 1);
      }
    };
  }

  public Problem refusal() {
    return Problem.tooMany(
        "More than %d requests of this address are open at one time".formatted(limit), 1);
  }
}
