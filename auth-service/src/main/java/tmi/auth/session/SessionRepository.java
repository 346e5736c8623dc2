package tmi.auth.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/// The rows of `auth.sign_ins`, and the revocations that end them.
@ApplicationScoped
public class SessionRepository {
  private static final String INSERT =
      """
      insert into auth.sign_ins (id, user_id, authenticated_at, expires_at)
      values ($1, $2, $3, $4)
      """;
  private static final String END =
      "update auth.sign_ins set ended_at = now() where id = $1 and ended_at is null";
  private static final String REVOKE =
      "select auth.revoke($1, $2, now() + make_interval(secs => $3))";
  private static final String TRY_LOCK =
      "select pg_try_advisory_xact_lock(hashtext('auth.sweep')) as mine";
  private static final String SWEEP_SIGN_INS =
      """
      delete from auth.sign_ins where id in (
        select id from auth.sign_ins where expires_at < now() - interval '1 day' limit 500)
      """;
  private static final String SWEEP_REVOCATIONS =
      """
      delete from auth.revocations where number in (
        select number from auth.revocations where expires_at < now() - interval '1 hour' limit 500)
      """;

  Uni<Void> add(SqlClient tx, SignIn signIn) {
    return tx.preparedQuery(INSERT)
        .execute(
            Tuple.of(
                signIn.id(),
                signIn.userId(),
                time(signIn.authenticatedAt()),
                time(signIn.expiresAt())))
        .replaceWithVoid();
  }

  /// True when it was still going on.
  Uni<Boolean> end(SqlClient tx, UUID id) {
    return tx.preparedQuery(END).execute(Tuple.of(id)).map(rows -> rows.rowCount() == 1);
  }

  /// Must be the transaction's last statement: revocations are numbered in the order of commits.
  Uni<Void> revoke(SqlClient tx, String kind, String subject, Duration keep) {
    return tx.preparedQuery(REVOKE)
        .execute(Tuple.of(kind, subject, (double) keep.toSeconds()))
        .replaceWithVoid();
  }

  /// False while another replica sweeps.
  Uni<Boolean> tryLock(SqlClient tx) {
    return tx.query(TRY_LOCK).execute().map(rows -> rows.iterator().next().getBoolean("mine"));
  }

  Uni<Void> sweep(SqlClient tx) {
    return tx.query(SWEEP_SIGN_INS)
        .execute()
        .chain(() -> tx.query(SWEEP_REVOCATIONS).execute())
        .replaceWithVoid();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
