package tmi.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import tmi.webhook.schedule.Breaker;

/// Stores what came of attempts. Only the holder of a claim stores; what a receiver has reported in
/// the meantime stays.
@ApplicationScoped
class OutcomeRepository {
  // The subscription's row is touched once a second at the most: every delivery of it would else
  // wait for the commit of the one before.
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

  // One statement counts, so that two failures at once are two, also the first ones, of which there
  // is no row to lock; the row stays locked until what follows from the count is stored.
  private static final String COUNT_FAILURE =
      """
      insert into webhook.hosts as h (host, failures) values ($1, 1)
      on conflict (host) do update set failures = h.failures + 1
      returning failures, openings
      """;

  private static final String OPEN =
      """
      update webhook.hosts set openings = $2, open_until = now() + make_interval(secs => $3)
       where host = $1
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

  /// Counts a failure of the host, whoever else counts one at the same moment.
  ///
  /// @param failed what one failure makes of the breaker as it was before
  Uni<Void> blame(String host, UnaryOperator<Breaker> failed, List<Duration> windows) {
    return pool.withTransaction(tx ->
        tx.preparedQuery(COUNT_FAILURE)
            .execute(Tuple.of(host))
            .map(rows -> rows.iterator().next())
            .map(row -> new Breaker(row.getInteger(0) - 1, row.getInteger(1)))
            .chain(before -> {
              Breaker after = failed.apply(before);
              return after.openings() > before.openings()
                  ? open(tx, host, after, windows)
                  : Uni.createFrom().voidItem();
            }));
  }

  private static Uni<Void> open(
      SqlClient tx, String host, Breaker breaker, List<Duration> windows) {
    return breaker
        .window(windows)
        .map(window ->
            tx.preparedQuery(OPEN)
                .execute(Tuple.of(host, breaker.openings(), seconds(window)))
                .replaceWithVoid())
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private static String cut(String reason) {
    return reason.length() <= LONGEST_ERROR ? reason : reason.substring(0, LONGEST_ERROR);
  }

  private static Double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
