package tmi.webhook.challenge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Claims subscriptions that are due for a challenge, and stores what came of it.
@ApplicationScoped
class ChallengeRepository {
  private static final String GIVE_UP =
      """
      update webhook.subscriptions
         set status = 'pending_delete', challenge_at = null, modified_at = now()
       where status = 'pending_verification' and challenge_at <= now() and challenges_sent >= $1
      """;

  private static final String CLAIM =
      """
      update webhook.subscriptions s set challenge_at = now() + make_interval(secs => $2)
       where s.id in (
         select id from webhook.subscriptions
          where status = 'pending_verification' and challenge_at <= now()
          order by challenge_at limit $1 for update skip locked)
      returning s.id, s.url, s.challenge, s.challenges_sent, s.secret
      """;

  private static final String PROVED =
      """
      update webhook.subscriptions
         set status = 'active', challenge_at = null, modified_at = now()
       where id = $1 and status = 'pending_verification'
      """;

  private static final String FAILED =
      """
      update webhook.subscriptions
         set challenges_sent = challenges_sent + 1, modified_at = now(),
             challenge_at = now() + make_interval(secs => $2)
       where id = $1 and status = 'pending_verification'
      """;

  private final Pool pool;

  ChallengeRepository(Pool pool) {
    this.pool = pool;
  }

  Uni<Void> giveUp(int tries) {
    return pool.preparedQuery(GIVE_UP).execute(Tuple.of(tries)).replaceWithVoid();
  }

  /// At most so many that are due, held for the length of the lease.
  Uni<List<Challenge>> claim(int limit, Duration lease) {
    return pool.preparedQuery(CLAIM)
        .execute(Tuple.of(limit, seconds(lease)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(ChallengeRepository::challenge)
                .toList());
  }

  Uni<Void> proved(UUID subscription) {
    return pool.preparedQuery(PROVED).execute(Tuple.of(subscription)).replaceWithVoid();
  }

  Uni<Void> failed(UUID subscription, Duration wait) {
    return pool.preparedQuery(FAILED)
        .execute(Tuple.of(subscription, seconds(wait)))
        .replaceWithVoid();
  }

  private static Challenge challenge(Row row) {
    return new Challenge(
        row.getUUID("id"),
        row.getString("url"),
        row.getString("challenge"),
        row.getInteger("challenges_sent"),
        row.getBuffer("secret").getBytes());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
