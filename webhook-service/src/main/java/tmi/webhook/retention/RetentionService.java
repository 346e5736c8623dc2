package tmi.webhook.retention;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import tmi.service.retention.SweepService;

/// Clears away, once a minute, on whichever replica is first.
@ApplicationScoped
class RetentionService {
  private final SweepService sweeps;
  private final RetentionConfig config;

  RetentionService(SweepService sweeps, RetentionConfig config) {
    this.sweeps = sweeps;
    this.config = config;
  }

  @Scheduled(
      every = "${tmi.webhook.retention.poll:60s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> clear() {
    return sweeps.run("webhook", config.longest(), RetentionRepository.sweeps(config));
  }
}
