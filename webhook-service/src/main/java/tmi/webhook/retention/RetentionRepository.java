package tmi.webhook.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// One statement a kind of thing.
@ApplicationScoped
class RetentionRepository {
  private static final int PORTION = 1000;

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended('webhook.retention', 0))";

  private static final String SILENT =
      """
      update webhook.deliveries
         set status = 'failed', claim = null, last_activity_at = now(),
             last_error = 'the receiver stopped reporting'
       where id in (select id from webhook.deliveries
                     where status = 'in_progress'
                       and last_activity_at < now() - make_interval(secs => $1) limit $2)
      """;

  private static final String CLOSED =
      """
      delete from webhook.deliveries
       where id in (select id from webhook.deliveries
                     where status in ('delivered', 'failed')
                       and last_activity_at < now() - make_interval(secs => $1)
                     order by last_activity_at limit $2)
      """;

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

  private static final String CREATIONS =
      "delete from webhook.creations where created_at < now() - interval '1 day'";

  private static final String EVENTS = "select event.forget(now() - make_interval(secs => $1), $2)";

  /// False when another replica is at it.
  Uni<Boolean> lock(SqlClient tx) {
    return tx.query(LOCK).execute().map(rows -> rows.iterator().next().getBoolean(0));
  }

  Uni<Void> failSilent(SqlClient tx, Duration after) {
    return run(tx, SILENT, Tuple.of(seconds(after), PORTION));
  }

  Uni<Void> deleteClosed(SqlClient tx, Duration after) {
    return run(tx, CLOSED, Tuple.of(seconds(after), PORTION));
  }

  Uni<Void> giveUp(SqlClient tx, Duration idle, Duration broken) {
    return run(tx, GIVE_UP, Tuple.of(seconds(idle), seconds(broken)));
  }

  Uni<Void> deleteGivenUp(SqlClient tx, Duration unproved, Duration givenUp) {
    return run(tx, GONE, Tuple.of(seconds(unproved), seconds(givenUp)));
  }

  Uni<Void> deleteCreations(SqlClient tx) {
    return run(tx, CREATIONS, Tuple.tuple());
  }

  Uni<Void> forgetEvents(SqlClient tx, Duration after) {
    return run(tx, EVENTS, Tuple.of(seconds(after), PORTION));
  }

  private static Uni<Void> run(SqlClient tx, String sql, Tuple values) {
    return tx.preparedQuery(sql).execute(values).replaceWithVoid();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
