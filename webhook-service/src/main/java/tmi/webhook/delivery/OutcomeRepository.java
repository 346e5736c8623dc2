package tmi.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tmi.webhook.schedule.Breaker;

/// Stores what came of attempts. Only the holder of a claim stores; what a receiver has reported in
/// the meantime stays.
@ApplicationScoped
class OutcomeRepository {
  // The subscription's row is touched once a second at the most: every delivery of it would else
  // wait
  // for the commit of the one before.
  private static final String SUCCESS =
      """
      with done as (
        update webhook.deliveries
           set attempts = attempts + 1, claim = null, next_attempt_at = null,
               status = case when status = 'pending' then $3 else status end,
               delivered_at = case when status = 'pending' and $3 = 'delivered' then now()
                                   else delivered_at end,
               last_activity_at = now()
         where id = $1 and claim = $2
        returning subscription_id, host
      ), healthy as (
        delete from webhook.hosts h using done d where h.host = d.host
      )
      update webhook.subscriptions s
         set publication_failures = 0, last_successful_use = now(), modified_at = now()
        from done d
       where s.id = d.subscription_id
         and (s.publication_failures > 0 or s.last_successful_use is null
              or s.last_successful_use < now() - interval '1 second')
      """;

  private static final String AGAIN =
      """
      update webhook.deliveries
         set attempts = attempts + 1, claim = null, last_error = $3, last_activity_at = now(),
             next_attempt_at = now() + make_interval(secs => $4)
       where id = $1 and claim = $2 and status = 'pending'
      """;

  private static final String END =
      """
      with done as (
        update webhook.deliveries
           set attempts = attempts + $4, claim = null, last_error = $3, last_activity_at = now(),
               next_attempt_at = null, status = 'failed'
         where id = $1 and claim = $2 and status = 'pending'
        returning subscription_id
      )
      update webhook.subscriptions s
         set publication_failures = publication_failures + 1, modified_at = now()
        from done d where s.id = d.subscription_id
      """;

  private static final String BREAKER =
      "select failures, openings from webhook.hosts where host = $1 for update";

  private static final String KEEP_BREAKER =
      """
      insert into webhook.hosts (host, failures, openings, open_until)
      values ($1, $2, $3, now() + make_interval(secs => $4))
      on conflict (host) do update
         set failures = excluded.failures, openings = excluded.openings,
             open_until = excluded.open_until
      """;

  private static final int LONGEST_ERROR = 1000;

  private final Pool pool;

  OutcomeRepository(Pool pool) {
    this.pool = pool;
  }

  Uni<Void> succeeded(Claim claim, String status) {
    return pool.preparedQuery(SUCCESS)
        .execute(Tuple.of(claim.id(), claim.token(), status))
        .replaceWithVoid();
  }

  Uni<Void> again(Claim claim, String reason, Duration wait) {
    return pool.preparedQuery(AGAIN)
        .execute(Tuple.of(claim.id(), claim.token(), cut(reason), seconds(wait)))
        .replaceWithVoid();
  }

  /// @param attempted false when it ends without having been sent
  Uni<Void> ended(Claim claim, String reason, boolean attempted) {
    return pool.preparedQuery(END)
        .execute(Tuple.of(claim.id(), claim.token(), cut(reason), attempted ? 1 : 0))
        .replaceWithVoid();
  }

  Uni<Void> blame(String host, UnaryOperator<Breaker> failed, List<Duration> windows) {
    return pool.withTransaction(tx ->
        tx.preparedQuery(BREAKER)
            .execute(Tuple.of(host))
            .map(rows ->
                rows.size() == 0
                    ? Breaker.HEALTHY
                    : new Breaker(
                        rows.iterator().next().getInteger(0), rows.iterator().next().getInteger(1)))
            .chain(before -> keep(tx, host, failed.apply(before), windows)));
  }

  private static Uni<Void> keep(
      SqlClient tx, String host, Breaker breaker, List<Duration> windows) {
    Optional<Duration> window = breaker.window(windows);
    return tx.preparedQuery(KEEP_BREAKER)
        .execute(
            Tuple.of(
                host,
                breaker.failures(),
                breaker.openings(),
                window.map(OutcomeRepository::seconds).orElse(null)))
        .replaceWithVoid();
  }

  private static String cut(String reason) {
    return reason.length() <= LONGEST_ERROR ? reason : reason.substring(0, LONGEST_ERROR);
  }

  private static Double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
