package tmi.webhook.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;
import tmi.service.egress.EgressFailure;
import tmi.service.egress.EgressLimits;
import tmi.service.egress.EgressRefusal;
import tmi.service.egress.EgressService;
import tmi.service.egress.Reply;
import tmi.service.egress.Target;
import tmi.webhook.signing.SecretBox;
import tmi.webhook.signing.SignedHeaders;
import tmi.webhook.signing.SigningKey;
import tmi.webhook.target.TargetConfig;

/// Makes one attempt: signs the stored bytes for this moment and sends them.
@ApplicationScoped
class AttemptService {
  // A receiver has 15 s to its headers and 30 s in all (contract 3.3, 7.2); of a refusal's text a
  // short piece is kept.
  private static final EgressLimits LIMITS =
      new EgressLimits(Duration.ofSeconds(15), Duration.ofSeconds(30), 1 << 20, 200);
  private static final Logger LOG = Logger.getLogger(AttemptService.class);

  private final EgressService egress;
  private final SecretBox secrets;
  private final TargetConfig targets;

  AttemptService(EgressService egress, SecretBox secrets, TargetConfig targets) {
    this.egress = egress;
    this.secrets = secrets;
    this.targets = targets;
  }

  Uni<Verdict> attempt(Claim claim) {
    if (!claim.listening()) {
      return Uni.createFrom().item(new Verdict.Unsent("subscription is gone or not active"));
    }
    return Uni.createFrom()
        .deferred(() -> send(claim))
        .map(Verdict::of)
        .onFailure(AttemptService::isTheTargets)
        .recoverWithItem(failure -> Verdict.of(failure))
        .invoke(verdict -> tell(claim, verdict));
  }

  private Uni<Reply> send(Claim claim) {
    SigningKey key = SigningKey.of(secrets.open(claim.subscriptionId(), claim.secret()));
    Map<String, String> headers =
        new SignedHeaders(claim.eventType(), claim.id(), claim.subscriptionId())
            .sign(key, claim.body(), Instant.now());
    Target target = Target.of(claim.url(), targets.policy());
    return egress.post(target, headers, claim.body(), targets.policy(), LIMITS);
  }

  // Our own trouble, such as a secret that does not open, must not use up the receiver's attempts.
  private static boolean isTheTargets(Throwable failure) {
    return failure instanceof EgressFailure || failure instanceof EgressRefusal;
  }

  private static void tell(Claim claim, Verdict verdict) {
    LOG.debugf(
        "attempt ended delivery=%s attempt=%d verdict=%s",
        claim.id(), claim.attempts() + 1, verdict.getClass().getSimpleName());
  }
}
