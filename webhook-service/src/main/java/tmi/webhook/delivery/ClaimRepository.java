package tmi.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/// Finds due deliveries and claims them.
@ApplicationScoped
class ClaimRepository {
  // From host to host along the two queue indexes: many deliveries to one dead host cost one step.
  private static final String HOSTS =
      """
      with recursive waiting as (
        select least(
          (select host from webhook.deliveries where status = 'pending' and attempts = 0
            order by host limit 1),
          (select host from webhook.deliveries where status = 'pending' and attempts > 0
            order by host limit 1)) as host
        union all
        select least(
          (select host from webhook.deliveries
            where status = 'pending' and attempts = 0 and host > w.host order by host limit 1),
          (select host from webhook.deliveries
            where status = 'pending' and attempts > 0 and host > w.host order by host limit 1))
          from waiting w where w.host is not null
      )
      select w.host, h.open_until is not null as probing
        from waiting w left join webhook.hosts h on h.host = w.host
       where w.host is not null and (h.open_until is null or h.open_until <= now())
      """;

  private static final String WIN_PROBE =
      """
      update webhook.hosts set open_until = now() + make_interval(secs => $2)
       where host = $1 and open_until <= now()
      """;

  private static final String GIVE_PROBE_BACK =
      "update webhook.hosts set open_until = now() where host = $1";

  // Of every stream and subscription only the oldest first attempt is looked at: the next waits for
  // the end of the one before it. The walk starts behind the place where the last one ended and
  // goes no further than it must. Retries go by their time and take half of what is free at the
  // most. Nothing is claimed of a host with a breaker, unless its probe was won.
  private static final String CLAIM =
      """
      with recursive queue as (
        (select d.subscription_id, d.stream from webhook.deliveries d
          where d.host = $1 and d.status = 'pending' and d.attempts = 0
            and (d.subscription_id, d.stream) > ($4, $5)
          order by d.subscription_id, d.stream limit 1)
        union all
        select n.subscription_id, n.stream from queue q cross join lateral (
          select d.subscription_id, d.stream from webhook.deliveries d
           where d.host = $1 and d.status = 'pending' and d.attempts = 0
             and (d.subscription_id, d.stream) > (q.subscription_id, q.stream)
           order by d.subscription_id, d.stream limit 1) n
      ), first as (
        select h.id from queue q cross join lateral (
          select d.id, d.next_attempt_at from webhook.deliveries d
           where d.host = $1 and d.status = 'pending' and d.attempts = 0
             and d.subscription_id = q.subscription_id and d.stream = q.stream
           order by d.number limit 1) h
         where h.next_attempt_at <= now() limit $2
      ), retry as (
        select d.id from webhook.deliveries d
         where d.host = $1 and d.status = 'pending' and d.attempts > 0
           and d.next_attempt_at <= now()
         order by d.next_attempt_at limit greatest(1, $2 / 2)
      ), due as (
        select id from retry union all select id from first limit $2
      ), mine as (
        select d.id from webhook.deliveries d
         where d.id in (select id from due)
           and ($6 or not exists (select 1 from webhook.hosts b
                                   where b.host = $1 and b.open_until is not null))
           and d.status = 'pending' and d.next_attempt_at <= now()
         for update skip locked
      ), claimed as (
        update webhook.deliveries d
           set claim = gen_random_uuid(), next_attempt_at = now() + make_interval(secs => $3)
          from mine where d.id = mine.id
        returning d.*
      )
      select c.id, c.claim, c.subscription_id, c.stream, c.host, c.event_type, c.payload,
             c.attempts, s.url, s.secret, coalesce(s.status = 'active', false) as listening
        from claimed c left join webhook.subscriptions s on s.id = c.subscription_id
       order by c.subscription_id, c.stream
      """;

  private final Pool pool;

  ClaimRepository(Pool pool) {
    this.pool = pool;
  }

  Uni<List<WaitingHost>> waitingHosts() {
    return pool.query(HOSTS)
        .execute()
        .map(rows ->
            list(rows).stream()
                .map(row -> new WaitingHost(row.getString(0), row.getBoolean(1)))
                .toList());
  }

  /// At most so many of a host's due deliveries, first attempts from behind the place; none while
  /// its breaker is open or half open.
  Uni<List<Claim>> claim(String host, int limit, Duration lease, Place after) {
    return claim(pool, host, limit, lease, after, false);
  }

  /// One delivery of a host whose breaker is half open, if no other replica was faster.
  Uni<List<Claim>> claimProbe(String host, Duration lease) {
    return pool.withTransaction(tx ->
        tx.preparedQuery(WIN_PROBE)
            .execute(Tuple.of(host, seconds(lease)))
            .chain(won ->
                won.rowCount() == 0
                    ? Uni.createFrom().item(List.<Claim>of())
                    : claim(tx, host, 1, lease, Place.START, true)
                        .call(found -> keepProbe(tx, host, found))));
  }

  private Uni<Void> keepProbe(SqlClient tx, String host, List<Claim> found) {
    return found.isEmpty()
        ? tx.preparedQuery(GIVE_PROBE_BACK).execute(Tuple.of(host)).replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private Uni<List<Claim>> claim(
      SqlClient client, String host, int limit, Duration lease, Place after, boolean probe) {
    return client
        .preparedQuery(CLAIM)
        .execute(Tuple.of(host, limit, seconds(lease), after.subscription(), after.stream(), probe))
        .map(rows -> list(rows).stream().map(row -> claim(row, probe)).toList());
  }

  private static Claim claim(Row row, boolean probe) {
    return new Claim(
        row.getUUID("id"),
        row.getUUID("claim"),
        row.getUUID("subscription_id"),
        row.getUUID("stream"),
        row.getString("host"),
        row.getString("event_type"),
        row.getBuffer("payload").getBytes(),
        row.getInteger("attempts"),
        row.getString("url"),
        row.getBuffer("secret") == null ? null : row.getBuffer("secret").getBytes(),
        row.getBoolean("listening"),
        probe);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
