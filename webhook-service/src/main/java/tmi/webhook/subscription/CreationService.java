package tmi.webhook.subscription;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;
import tmi.service.egress.EgressRefusal;
import tmi.service.limit.LimitConfig;
import tmi.webhook.administration.AdministrationService;
import tmi.webhook.challenge.ChallengeRelay;

/// Makes subscriptions. An asking counts against the allowance even when its address is then
/// refused.
@ApplicationScoped
class CreationService {
  private final Pool pool;
  private final AdministrationService administration;
  private final SubscriptionRepository subscriptions;
  private final SubscriptionAuditRepository audit;
  private final SubscriptionForm form;
  private final SubscriptionConfig config;
  private final LimitConfig limit;
  private final ChallengeRelay challenges;

  CreationService(
      Pool pool,
      AdministrationService administration,
      SubscriptionRepository subscriptions,
      SubscriptionAuditRepository audit,
      SubscriptionForm form,
      SubscriptionConfig config,
      LimitConfig limit,
      ChallengeRelay challenges) {
    this.pool = pool;
    this.administration = administration;
    this.subscriptions = subscriptions;
    this.audit = audit;
    this.form = form;
    this.config = config;
    this.limit = limit;
    this.challenges = challenges;
  }

  Uni<Subscription> create(Caller caller, NewSubscription asked) {
    return administration
        .require(caller)
        .invoke(asked::requireKnownEvents)
        .chain(() -> requireModel(asked))
        .chain(() -> pool.withTransaction(tx -> create(tx, caller, asked)))
        .map(Asking::madeOrRefused)
        .invoke(challenges::call);
  }

  private Uni<Asking> create(SqlClient tx, Caller caller, NewSubscription asked) {
    return subscriptions
        .usage(tx, caller.userId())
        .invoke(usage -> usage.requireRoom(config, !limit.disabled()))
        .chain(() -> subscriptions.countCreation(tx, caller.userId()))
        .chain(() -> add(tx, caller, asked));
  }

  private Uni<Asking> add(SqlClient tx, Caller caller, NewSubscription asked) {
    String secret = form.secret(asked);
    SubscriptionRow row;
    try {
      row = form.row(caller, asked, secret);
    } catch (EgressRefusal refusal) {
      return Uni.createFrom().item(new Asking(null, refusal.getMessage()));
    }
    return subscriptions
        .add(tx, row)
        .call(made -> audit.created(tx, caller, made))
        .map(made -> new Asking(made.withSecret(secret), null));
  }

  private Uni<Void> requireModel(NewSubscription asked) {
    if (asked.threatModelId() == null) {
      return Uni.createFrom().voidItem();
    }
    return subscriptions
        .isModel(asked.threatModelId())
        .invoke(known -> {
          if (!known) {
            throw Problem.invalid("threat_model_id", "must name a threat model");
          }
        })
        .replaceWithVoid();
  }
}
