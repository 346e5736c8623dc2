package tmi.webhook.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import tmi.service.retention.SweepRepository;
import tmi.service.retention.Swept;

/// What goes, a statement a kind.
final class RetentionRepository {
  private static final String SILENT =
      """
      with over as (
        update webhook.deliveries
           set status = 'failed', claim = null, last_activity_at = now(),
               last_error = 'the receiver stopped reporting'
         where id in (select id from webhook.deliveries
                       where status = 'in_progress'
                         and last_activity_at < now() - make_interval(secs => $1)
                       order by last_activity_at limit $2 for update skip locked)
        returning 1)
      select count(*) from over
      """;

  // What waits for a host that is down has its turn once a breaker's window; what waits for nobody
  // has none at all.
  private static final String WAITING =
      """
      with over as (
        update webhook.deliveries
           set status = 'failed', claim = null, next_attempt_at = null, last_activity_at = now(),
               last_error = left(concat_ws(': ', 'given up', last_error), 1000)
         where id in (select id from webhook.deliveries
                       where status = 'pending'
                         and created_at < now() - make_interval(secs => $1)
                       order by created_at limit $2 for update skip locked)
        returning 1)
      select count(*) from over
      """;

  private static final String CLOSED =
      """
      with gone as (
        delete from webhook.deliveries
         where id in (select id from webhook.deliveries
                       where status in ('delivered', 'failed')
                         and last_activity_at < now() - make_interval(secs => $1)
                       order by last_activity_at limit $2)
        returning 1)
      select count(*) from gone
      """;

  private static final String CREATIONS =
      """
      with gone as (
        delete from webhook.creations
         where ctid = any(array(select ctid from webhook.creations
                                 where created_at < now() - make_interval(secs => $1) limit $2))
        returning 1)
      select count(*) from gone
      """;

  // A stream with news comes back by itself; it is found by the log, not by this row.
  private static final String STREAMS =
      """
      with gone as (
        delete from webhook.streams
         where id in (select s.id from webhook.streams s
                       where s.look_at < now() - make_interval(secs => $1)
                         and not exists (select 1 from event.log l
                                          where l.stream = s.id and not l.taken)
                       order by s.look_at limit $2 for update skip locked)
        returning 1)
      select count(*) from gone
      """;

  private static final String HOSTS =
      """
      with gone as (
        delete from webhook.hosts
         where host in (select h.host from webhook.hosts h
                         where (h.open_until is null
                                or h.open_until < now() - make_interval(secs => $1))
                           and not exists (select 1 from webhook.deliveries d
                                            where d.host = h.host and d.status = 'pending')
                         limit $2 for update skip locked)
        returning 1)
      select count(*) from gone
      """;

  private static final String EVENTS = "select event.forget(now() - make_interval(secs => $1), $2)";

  private static final String HEADS =
      "select event.forget_ended(now() - make_interval(secs => $1), $2)";

  private static final String GIVE_UP =
      """
      update webhook.subscriptions s set status = 'pending_delete', modified_at = now()
       where s.status = 'active'
         and (coalesce(s.last_successful_use, s.created_at) < now() - make_interval(secs => $1)
              or s.publication_failures >= 10
                 and coalesce(s.last_successful_use, s.created_at)
                     < now() - make_interval(secs => $2))
      """;

  private static final String GONE =
      """
      delete from webhook.subscriptions s
       where s.status = 'pending_delete'
             and s.modified_at < now() - make_interval(secs =>
                 case when s.last_successful_use is null then $1::double precision else $2 end)
          or not exists (select 1 from auth.principal p where p.user_id = s.owner_id)
      """;

  private RetentionRepository() {}

  static List<SweepRepository> sweeps(RetentionConfig keep) {
    return List.of(
        giveUp(keep),
        deleteGivenUp(keep),
        sweep("webhook.deliveries silent", SILENT, keep.silence(), keep),
        sweep("webhook.deliveries waiting", WAITING, keep.waitingDeliveries(), keep),
        sweep("webhook.deliveries", CLOSED, keep.closedDeliveries(), keep),
        sweep("webhook.creations", CREATIONS, keep.creations(), keep),
        sweep("webhook.streams", STREAMS, keep.quietStreams(), keep),
        sweep("webhook.hosts", HOSTS, keep.forgottenHosts(), keep),
        sweep("event.log", EVENTS, keep.takenEvents(), keep),
        sweep("event.head", HEADS, keep.endedStreams(), keep));
  }

  private static SweepRepository sweep(
      String kind, String sql, Duration age, RetentionConfig keep) {
    return SweepRepository.of(kind, sql, age, keep.portion());
  }

  // Subscriptions are few, as many as administrators may have: all at once.
  private static SweepRepository giveUp(RetentionConfig keep) {
    return once(
        "webhook.subscriptions given up",
        GIVE_UP,
        Tuple.of(seconds(keep.idle()), seconds(keep.broken())));
  }

  private static SweepRepository deleteGivenUp(RetentionConfig keep) {
    return once(
        "webhook.subscriptions", GONE, Tuple.of(seconds(keep.unproved()), seconds(keep.givenUp())));
  }

  private static SweepRepository once(String kind, String sql, Tuple values) {
    return new SweepRepository() {
      @Override
      public String kind() {
        return kind;
      }

      @Override
      public Uni<Swept> portion(SqlClient tx) {
        return tx.preparedQuery(sql).execute(values).map(done -> new Swept(done.rowCount(), false));
      }
    };
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
