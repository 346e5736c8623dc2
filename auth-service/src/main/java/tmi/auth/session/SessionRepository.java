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

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
