package tmi.webhook.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tmi.webhook.schedule.RetryRule;
import tmi.webhook.schedule.ScheduleConfig;

/// Decides what follows from an attempt, and stores it.
@ApplicationScoped
class OutcomeService {
  private final OutcomeRepository outcomes;
  private final ScheduleConfig schedule;
  private final MeterRegistry meters;
  private final RandomGenerator random = new SecureRandom();

  OutcomeService(OutcomeRepository outcomes, ScheduleConfig schedule, MeterRegistry meters) {
    this.outcomes = outcomes;
    this.schedule = schedule;
    this.meters = meters;
  }

  Uni<Void> store(Claim claim, Verdict verdict) {
    meters.counter("tmi.webhook.deliveries", "status", verdict.label()).increment();
    return switch (verdict) {
      case Verdict.Delivered() -> outcomes.succeeded(claim, "delivered");
      case Verdict.Accepted() -> outcomes.succeeded(claim, "in_progress");
      case Verdict.Hopeless(var reason) -> outcomes.ended(claim, reason, true);
      case Verdict.Unsent(var reason) -> outcomes.ended(claim, reason, false);
      case Verdict.Failed failed -> failed(claim, failed);
    };
  }

  private Uni<Void> failed(Claim claim, Verdict.Failed failed) {
    Optional<Duration> wait =
        new RetryRule(schedule.delays()).after(claim.attempts() + 1, failed.asked(), random);
    Uni<Void> stored =
        wait.isPresent()
            ? outcomes.again(claim, failed.reason(), wait.get())
            : outcomes.ended(claim, failed.reason(), true);
    return failed.blame() ? stored.call(() -> blame(claim)) : stored;
  }

  private Uni<Void> blame(Claim claim) {
    return outcomes.blame(
        claim.host(),
        breaker -> breaker.failed(schedule.breakerFailures(), claim.probe()),
        schedule.breakerWindows());
  }
}
