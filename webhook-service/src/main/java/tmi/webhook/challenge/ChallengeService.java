package tmi.webhook.challenge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import tmi.service.egress.EgressFailure;
import tmi.service.egress.EgressLimits;
import tmi.service.egress.EgressRefusal;
import tmi.service.egress.EgressService;
import tmi.service.egress.Reply;
import tmi.service.egress.Target;
import tmi.webhook.schedule.ScheduleConfig;
import tmi.webhook.signing.SecretBox;
import tmi.webhook.signing.SignedHeaders;
import tmi.webhook.signing.SigningKey;
import tmi.webhook.target.TargetConfig;

/// One try at a challenge. It is signed as a delivery is, which harms nobody and lets a receiver
/// that checks everything answer too. Neither token is ever logged.
@ApplicationScoped
class ChallengeService {
  private static final EgressLimits LIMITS =
      new EgressLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 1 << 20, 1024);
  private static final String EVENT = "webhook.challenge";
  private static final Logger LOG = Logger.getLogger(ChallengeService.class);

  private final ChallengeRepository challenges;
  private final EgressService egress;
  private final SecretBox secrets;
  private final TargetConfig targets;
  private final ScheduleConfig schedule;

  ChallengeService(
      ChallengeRepository challenges,
      EgressService egress,
      SecretBox secrets,
      TargetConfig targets,
      ScheduleConfig schedule) {
    this.challenges = challenges;
    this.egress = egress;
    this.secrets = secrets;
    this.targets = targets;
    this.schedule = schedule;
  }

  Uni<Void> attempt(Challenge challenge) {
    return Uni.createFrom()
        .deferred(() -> ask(challenge))
        .map(reply -> Echo.isRight(reply, challenge.token()))
        .onFailure(f -> f instanceof EgressFailure || f instanceof EgressRefusal)
        .recoverWithItem(failure -> failed(challenge, failure))
        .chain(right ->
            right
                ? challenges.proved(challenge.subscription())
                : challenges.failed(challenge.subscription(), schedule.challengeDelay()));
  }

  private Uni<Reply> ask(Challenge challenge) {
    byte[] body = Echo.question(challenge.token());
    SigningKey key = SigningKey.of(secrets.open(challenge.subscription(), challenge.secret()));
    return egress.post(
        Target.of(challenge.url(), targets.policy()),
        new SignedHeaders(EVENT, null, challenge.subscription()).sign(key, body, Instant.now()),
        body,
        targets.policy(),
        LIMITS);
  }

  private static boolean failed(Challenge challenge, Throwable failure) {
    LOG.infof(
        "challenge failed subscription=%s try=%d reason=%s",
        challenge.subscription(), challenge.sent() + 1, failure.getMessage());
    return false;
  }
}
