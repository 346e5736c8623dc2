package tmi.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tmi.kernel.page.Page;
import tmi.kernel.page.Window;

/// Adds deliveries and shows them.
@ApplicationScoped
public class DeliveryRepository {
  // The same event for the same subscription a second time changes nothing. Each body travels once,
  // however many deliveries have it ($8 tells which).
  private static final String ADD =
      """
      insert into webhook.deliveries
        (id, subscription_id, host, event_id, stream, number, event_type, payload)
      select d.id, d.subscription_id, d.host, d.event_id, d.stream, d.number, d.event_type,
             ($9::bytea[])[d.body]
        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::bigint[],
                    $7::text[], $8::integer[])
          d(id, subscription_id, host, event_id, stream, number, event_type, body)
      on conflict do nothing
      """;

  private static final String SHOWN =
      """
      select d.id, d.subscription_id, d.event_type, d.payload, d.status, d.attempts, d.last_error,
             d.created_at, d.delivered_at, d.status_percent, d.status_message, d.last_activity_at,
             case when d.status = 'pending' and d.attempts > 0 and d.claim is null
                  then greatest(d.next_attempt_at, h.open_until) end as next_retry_at
        from webhook.deliveries d left join webhook.hosts h on h.host = d.host
      """;

  private static final String FIND = SHOWN + " where d.id = $1";

  private static final String LIST =
      SHOWN
          + " where $1::uuid is null or d.subscription_id = $1"
          + " order by d.created_at, d.id limit $2 offset $3";

  private static final String COUNT =
      "select count(*) from webhook.deliveries where $1::uuid is null or subscription_id = $1";

  private static final String CANCEL =
      """
      update webhook.deliveries
         set status = 'failed', last_error = 'subscription deleted', next_attempt_at = null,
             claim = null, last_activity_at = now()
       where subscription_id = $1 and status in ('pending', 'in_progress')
      """;

  private final Pool pool;

  DeliveryRepository(Pool pool) {
    this.pool = pool;
  }

  /// Adds them within the transaction.
  public Uni<Void> add(SqlClient transaction, List<NewDelivery> added) {
    return added.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.preparedQuery(ADD).execute(columns(added)).replaceWithVoid();
  }

  /// Ends what still waits for that subscription.
  public Uni<Void> cancel(SqlClient transaction, UUID subscription) {
    return transaction.preparedQuery(CANCEL).execute(Tuple.of(subscription)).replaceWithVoid();
  }

  /// Null when there is none.
  public Uni<Delivery> find(UUID id) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(id))
        .map(rows -> list(rows).stream().findFirst().orElse(null));
  }

  Uni<Page<Delivery>> page(UUID subscription, Window window) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(subscription, window.limit(), window.offset()))
        .chain(rows ->
            pool.preparedQuery(COUNT)
                .execute(Tuple.of(subscription))
                .map(count -> new Page<>(list(rows), count.iterator().next().getLong(0), window)));
  }

  private static Tuple columns(List<NewDelivery> added) {
    Bodies bodies = Bodies.of(added);
    return Tuple.tuple()
        .addValue(added.stream().map(NewDelivery::id).toArray(UUID[]::new))
        .addValue(added.stream().map(NewDelivery::subscriptionId).toArray(UUID[]::new))
        .addValue(added.stream().map(NewDelivery::host).toArray(String[]::new))
        .addValue(added.stream().map(NewDelivery::eventId).toArray(UUID[]::new))
        .addValue(added.stream().map(NewDelivery::stream).toArray(UUID[]::new))
        .addValue(added.stream().map(NewDelivery::number).toArray(Long[]::new))
        .addValue(added.stream().map(NewDelivery::eventType).toArray(String[]::new))
        .addValue(added.stream().map(d -> bodies.place(d.body())).toArray(Integer[]::new))
        .addValue(bodies.all().stream().map(Buffer::buffer).toArray(Buffer[]::new));
  }

  private static List<Delivery> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(DeliveryRepository::shown).toList();
  }

  private static Delivery shown(Row row) {
    return new Delivery(
        row.getUUID("id"),
        row.getUUID("subscription_id"),
        row.getString("event_type"),
        new JsonObject(Buffer.buffer(row.getBuffer("payload").getBytes())).getMap(),
        DeliveryStatus.of(row.getString("status")),
        row.getInteger("attempts"),
        row.getOffsetDateTime("next_retry_at"),
        row.getString("last_error"),
        row.getOffsetDateTime("created_at"),
        row.getOffsetDateTime("delivered_at"),
        row.getInteger("status_percent"),
        row.getString("status_message"),
        row.getOffsetDateTime("last_activity_at"),
        null,
        null);
  }
}
