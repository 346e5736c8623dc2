package tmi.webhook.subscription;

import static tmi.service.uni.Plugs.orNotFound;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import tmi.kernel.identity.Caller;
import tmi.kernel.page.Window;
import tmi.webhook.administration.AdministrationService;
import tmi.webhook.delivery.DeliveryRepository;

/// Shows and deletes subscriptions. Any administrator sees every other's.
@ApplicationScoped
class SubscriptionService {
  private final Pool pool;
  private final AdministrationService administration;
  private final SubscriptionRepository subscriptions;
  private final DeliveryRepository deliveries;
  private final SubscriptionAuditRepository audit;

  SubscriptionService(
      Pool pool,
      AdministrationService administration,
      SubscriptionRepository subscriptions,
      DeliveryRepository deliveries,
      SubscriptionAuditRepository audit) {
    this.pool = pool;
    this.administration = administration;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.audit = audit;
  }

  Uni<SubscriptionList> list(Caller caller, UUID model, Window window) {
    return administration
        .require(caller)
        .chain(() -> subscriptions.page(model, window))
        .map(SubscriptionList::of);
  }

  Uni<Subscription> get(Caller caller, UUID id) {
    return administration
        .require(caller)
        .chain(() -> subscriptions.find(id))
        .plug(orNotFound("webhook subscription", id));
  }

  Uni<Void> delete(Caller caller, UUID id) {
    return administration
        .require(caller)
        .chain(() ->
            // Deliveries before their subscription, as an attempt's outcome locks them.
            pool.withTransaction(tx ->
                deliveries
                    .cancel(tx, id)
                    .chain(() -> subscriptions.delete(tx, id))
                    .plug(orNotFound("webhook subscription", id))
                    .call(gone -> audit.deleted(tx, caller, gone))))
        .replaceWithVoid();
  }
}
