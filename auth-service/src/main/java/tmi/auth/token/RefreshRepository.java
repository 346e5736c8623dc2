package tmi.auth.token;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import tmi.auth.session.SignIn;

/// The rows of `auth.refresh_tokens`.
@ApplicationScoped
public class RefreshRepository {
  private static final String INSERT =
      "insert into auth.refresh_tokens (hash, sign_in_id, expires_at) values ($1, $2, $3)";

  /// The lock makes two requests with the same token one after the other: the later one is theft.
  private static final String LOCK =
      """
      select r.used_at is not null as used, r.expires_at as token_expires_at,
             s.id, s.user_id, s.authenticated_at, s.expires_at, s.ended_at is not null as ended
      from auth.refresh_tokens r join auth.sign_ins s on s.id = r.sign_in_id
      where r.hash = $1
      for update
      """;

  private static final String USE =
      "update auth.refresh_tokens set used_at = now() where hash = $1";
  private static final String FIND_SIGN_IN =
      "select sign_in_id from auth.refresh_tokens where hash = $1";

  Uni<Void> add(SqlClient tx, byte[] hash, UUID signInId, Instant expiresAt) {
    return tx.preparedQuery(INSERT)
        .execute(Tuple.of(bytes(hash), signInId, expiresAt.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  Uni<Refresh> lock(SqlClient tx, byte[] hash, Instant now) {
    return tx.preparedQuery(LOCK)
        .execute(Tuple.of(bytes(hash)))
        .map(
            rows -> rows.rowCount() == 0 ? new Refresh.Dead() : judge(rows.iterator().next(), now));
  }

  Uni<Void> use(SqlClient tx, byte[] hash) {
    return tx.preparedQuery(USE).execute(Tuple.of(bytes(hash))).replaceWithVoid();
  }

  /// Null when nobody knows the token.
  Uni<UUID> findSignIn(SqlClient client, byte[] hash) {
    return client
        .preparedQuery(FIND_SIGN_IN)
        .execute(Tuple.of(bytes(hash)))
        .map(rows -> rows.rowCount() == 0 ? null : rows.iterator().next().getUUID("sign_in_id"));
  }

  private static Refresh judge(Row row, Instant now) {
    SignIn signIn =
        new SignIn(
            row.getUUID("id"),
            row.getUUID("user_id"),
            row.getOffsetDateTime("authenticated_at").toInstant(),
            row.getOffsetDateTime("expires_at").toInstant());
    return Refresh.of(
        signIn,
        row.getBoolean("ended"),
        row.getBoolean("used"),
        row.getOffsetDateTime("token_expires_at").toInstant(),
        now);
  }

  private static Buffer bytes(byte[] hash) {
    return Buffer.buffer(hash);
  }
}
