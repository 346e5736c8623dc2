package tmi.auth.retention;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import tmi.service.retention.SweepService;

/// Clears away once a minute, on whichever replica is first, until nothing has lapsed.
@ApplicationScoped
class RetentionService {
  /// No run is longer, so that none meets the next.
  private static final Duration LONGEST = Duration.ofSeconds(45);

  private final SweepService sweeps;

  RetentionService(SweepService sweeps) {
    this.sweeps = sweeps;
  }

  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> clear() {
    return sweeps.run("auth", LONGEST, Lapsed.sweeps());
  }
}
