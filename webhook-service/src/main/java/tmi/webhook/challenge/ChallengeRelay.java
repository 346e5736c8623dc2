package tmi.webhook.challenge;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import tmi.webhook.pulse.PulseRelay;
import tmi.webhook.schedule.ScheduleConfig;

/// Sends the challenges that are due, several at a time, so that a slow address holds up no other.
@ApplicationScoped
public class ChallengeRelay {
  private static final int AT_ONCE = 16;
  private static final Logger LOG = Logger.getLogger(ChallengeRelay.class);

  private final ChallengeRepository challenges;
  private final ChallengeService service;
  private final ScheduleConfig schedule;
  private final PulseRelay pulse = new PulseRelay("challenge", this::round);

  ChallengeRelay(
      ChallengeRepository challenges, ChallengeService service, ScheduleConfig schedule) {
    this.challenges = challenges;
    this.service = service;
    this.schedule = schedule;
  }

  /// There is a new subscription.
  public void call() {
    pulse.call();
  }

  @Scheduled(every = "${tmi.webhook.challenge.poll:1s}")
  void poll() {
    pulse.call();
  }

  private Uni<Boolean> round() {
    return challenges
        .giveUp(schedule.challengeTries())
        .chain(() -> challenges.claim(AT_ONCE, schedule.lease()))
        .invoke(due -> due.forEach(this::begin))
        .map(due -> due.size() == AT_ONCE);
  }

  private void begin(Challenge challenge) {
    service
        .attempt(challenge)
        .subscribe()
        .with(
            done -> LOG.debugf("challenge ended subscription=%s", challenge.subscription()),
            failure ->
                LOG.warnf(
                    "challenge outcome lost subscription=%s reason=%s",
                    challenge.subscription(), failure.getMessage()));
  }
}
