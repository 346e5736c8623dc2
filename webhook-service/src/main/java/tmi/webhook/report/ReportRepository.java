package tmi.webhook.report;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import tmi.webhook.delivery.DeliveryStatus;

/// Finds whose delivery it is and stores reports.
@ApplicationScoped
class ReportRepository {
  private static final String FIND =
      """
      select d.subscription_id, s.owner_id, s.secret from webhook.deliveries d
        left join webhook.subscriptions s on s.id = d.subscription_id
       where d.id = $1
      """;

  // The claim is left alone: an attempt still under way counts itself when it ends, and finds the
  // state no longer its own to set.
  private static final String STORE =
      """
      update webhook.deliveries
         set status = $2, next_attempt_at = null, last_activity_at = now(),
             status_percent = case when $2 = 'delivered' then 100
                                   else coalesce($3, status_percent) end,
             status_message = coalesce($4, status_message),
             delivered_at = case when $2 = 'delivered' then now() else delivered_at end
       where id = $1 and status in ('pending', 'in_progress')
      returning status, coalesce(status_percent, 0)::integer, last_activity_at
      """;

  private final Pool pool;

  ReportRepository(Pool pool) {
    this.pool = pool;
  }

  /// Null when there is no such delivery.
  Uni<Reported> find(UUID delivery) {
    return pool.preparedQuery(FIND).execute(Tuple.of(delivery)).map(ReportRepository::reported);
  }

  /// Null when the delivery is closed.
  Uni<ReportAnswer> store(UUID delivery, Report report) {
    return pool.preparedQuery(STORE)
        .execute(
            Tuple.of(
                delivery, report.status().kept(), report.statusPercent(), report.statusMessage()))
        .map(rows -> answer(delivery, rows));
  }

  private static Reported reported(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return null;
    }
    Row row = rows.iterator().next();
    return new Reported(
        row.getUUID(0),
        row.getUUID(1),
        row.getBuffer(2) == null ? null : row.getBuffer(2).getBytes());
  }

  private static ReportAnswer answer(UUID delivery, RowSet<Row> rows) {
    if (rows.size() == 0) {
      return null;
    }
    Row row = rows.iterator().next();
    return new ReportAnswer(
        delivery, DeliveryStatus.of(row.getString(0)), row.getInteger(1), row.getOffsetDateTime(2));
  }
}
