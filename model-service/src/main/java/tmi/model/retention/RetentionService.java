package tmi.model.retention;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import tmi.service.retention.SweepRepository;
import tmi.service.retention.SweepService;

/// Clears away, every ten minutes, on whichever replica is first.
@ApplicationScoped
class RetentionService {
  private final SweepService sweeps;
  private final RetentionConfig config;
  private final List<SweepRepository> kinds;

  RetentionService(SweepService sweeps, RetentionConfig config) {
    this.sweeps = sweeps;
    this.config = config;
    this.kinds = RetentionRepository.sweeps(config);
  }

  @Scheduled(
      every = "${tmi.model.retention.poll:10m}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> clear() {
    return sweeps.run("model", config.longest(), kinds);
  }
}
