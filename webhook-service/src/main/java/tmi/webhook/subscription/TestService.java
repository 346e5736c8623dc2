package tmi.webhook.subscription;

import static tmi.service.uni.Plugs.orNotFound;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import tmi.kernel.identity.Caller;
import tmi.service.id.IdSource;
import tmi.webhook.administration.AdministrationService;
import tmi.webhook.delivery.DeliveryRepository;
import tmi.webhook.delivery.DispatchRelay;
import tmi.webhook.delivery.NewDelivery;
import tmi.webhook.target.TargetHost;

/// Sends a test to a subscription; signed, retried and shown like any delivery (contract 1.12).
@ApplicationScoped
class TestService {
  private final Pool pool;
  private final AdministrationService administration;
  private final SubscriptionRepository subscriptions;
  private final DeliveryRepository deliveries;
  private final DispatchRelay dispatch;
  private final IdSource ids;

  TestService(
      Pool pool,
      AdministrationService administration,
      SubscriptionRepository subscriptions,
      DeliveryRepository deliveries,
      DispatchRelay dispatch,
      IdSource ids) {
    this.pool = pool;
    this.administration = administration;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.dispatch = dispatch;
    this.ids = ids;
  }

  Uni<TestAnswer> test(Caller caller, UUID id, TestRequest asked) {
    return administration
        .require(caller)
        .chain(() -> subscriptions.find(id))
        .plug(orNotFound("webhook subscription", id))
        .map(found -> delivery(found, name(found, asked)))
        .call(made -> deliveries.add(pool, List.of(made)))
        .invoke(dispatch::call)
        .map(made -> new TestAnswer(made.id(), "pending", "The test delivery is on its way"));
  }

  private static String name(Subscription subscription, TestRequest asked) {
    return asked == null || asked.eventType() == null
        ? subscription.events().getFirst()
        : asked.eventType().toString();
  }

  // A stream of its own: a test waits for nothing and nothing waits for it.
  private NewDelivery delivery(Subscription subscription, String name) {
    UUID id = ids.v7();
    return new NewDelivery(
        id,
        subscription.id(),
        TargetHost.of(subscription.url()),
        null,
        id,
        1,
        name,
        body(subscription.id()));
  }

  private static byte[] body(UUID subscription) {
    return new JsonObject()
        .put("message", "This is a test")
        .put("subscription_id", subscription.toString())
        .put("timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("type", "test")
        .toBuffer()
        .getBytes();
  }
}
