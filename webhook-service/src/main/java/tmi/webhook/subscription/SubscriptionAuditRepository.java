package tmi.webhook.subscription;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import tmi.kernel.identity.Caller;
import tmi.service.audit.AuditEntry;
import tmi.service.audit.AuditLog;
import tmi.service.id.IdSource;
import tmi.webhook.target.TargetHost;

/// Puts the making and deleting of subscriptions into the audit trail: the host, never the whole
/// address, which may carry a key in its path.
@ApplicationScoped
class SubscriptionAuditRepository {
  private static final String KIND = "webhook_subscription";

  private final IdSource ids;

  SubscriptionAuditRepository(IdSource ids) {
    this.ids = ids;
  }

  Uni<Void> created(SqlClient tx, Caller by, Subscription made) {
    return append(tx, by, made, "created", null, state(made));
  }

  Uni<Void> deleted(SqlClient tx, Caller by, Subscription gone) {
    return append(tx, by, gone, "deleted", state(gone), null);
  }

  private Uni<Void> append(
      SqlClient tx,
      Caller by,
      Subscription subject,
      String change,
      JsonObject before,
      JsonObject after) {
    return AuditLog.append(
        tx,
        new AuditEntry(
            ids.v7(),
            null,
            KIND,
            subject.id(),
            change,
            by.userId(),
            AuditEntry.actorOf(by),
            "webhook subscription " + change,
            before,
            after));
  }

  private static JsonObject state(Subscription subscription) {
    return new JsonObject()
        .put("name", subscription.name())
        .put("host", TargetHost.of(subscription.url()))
        .put("events", new JsonArray(subscription.events()));
  }
}
