package tmi.collab.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import tmi.kernel.problem.Problem;

/// Letting a socket into a session, with the caps counted exactly over all replicas: a person's
/// handshakes wait for each other, and so do those of a session.
@ApplicationScoped
class EntryRepository {
  private static final String PERSON =
      "select pg_advisory_xact_lock(hashtextextended('tmi.collab.person ' || $1, 0))";
  private static final String SESSION =
      "select id from collab.sessions where id = $1 and ended_at is null for no key update";
  private static final String TAKE_OVER =
      """
      update collab.sessions
         set host_id = $2, host_seen_at = now(), locks = true,
             presenter_id = case when presenter_id = host_id then $2 else presenter_id end
       where id = $1 and not locks\
      """;
  private static final String COUNT =
      """
      select count(*) filter (where user_id = $1) as own,
             count(*) filter (where session_id = $2) as here
        from collab.sockets
       where (user_id = $1 or session_id = $2) and alive_until > now()\
      """;
  private static final String ENTER =
      """
      insert into collab.sockets (id, session_id, user_id, replica, alive_until)
      values ($1, $2, $3, $4, now() + $5 * interval '1 millisecond')\
      """;

  /// Fails with a `Problem` when there is no place, or no such session any more. A writer becomes
  /// host of a session that had none who writes.
  Uni<Void> enter(
      SqlClient transaction, Lease lease, UUID replica, Duration life, int ownMost, int hereMost) {
    UUID session = lease.sessionId();
    UUID person = lease.userId();
    return transaction
        .preparedQuery(PERSON)
        .execute(Tuple.of(person.toString()))
        .chain(done -> transaction.preparedQuery(SESSION).execute(Tuple.of(session)))
        .invoke(rows -> {
          if (rows.size() == 0) {
            throw Problem.notFound("session", session);
          }
        })
        .chain(done -> transaction.preparedQuery(COUNT).execute(Tuple.of(person, session)))
        .map(rows -> rows.iterator().next())
        .invoke(row -> check(row.getLong("own"), ownMost, row.getLong("here"), hereMost))
        .chain(done ->
            transaction
                .preparedQuery(ENTER)
                .execute(Tuple.of(lease.socketId(), session, person, replica, life.toMillis())))
        .chain(done ->
            lease.writes()
                ? transaction
                    .preparedQuery(TAKE_OVER)
                    .execute(Tuple.of(session, person))
                    .replaceWithVoid()
                : Uni.createFrom().voidItem());
  }

  private static void check(long own, int ownMost, long here, int hereMost) {
    if (own >= ownMost) {
      throw new Problem(429, "too_many_connections", "You have " + ownMost + " connections already")
          .retryAfter(60);
    }
    if (here >= hereMost) {
      throw new Problem(429, "session_full", "The session has " + hereMost + " connections already")
          .retryAfter(30);
    }
  }
}
