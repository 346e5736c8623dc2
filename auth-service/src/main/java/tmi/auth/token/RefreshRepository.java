package tmi.auth.token;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import tmi.auth.session.SignIn;

/// The rows of `auth.refresh_tokens`.
@ApplicationScoped
public class RefreshRepository {
  private static final String INSERT =
      "insert into auth.refresh_tokens (hash, sign_in_id, expires_at) values ($1, $2, $3)";

  /// The lock makes two requests with the same token one after the other. The time since the use is
  /// the database's, so replicas need not agree on the time.
  private static final String LOCK =
      """
      select (extract(epoch from clock_timestamp() - r.used_at) * 1000)::bigint as used_ago,
             r.expires_at as token_expires_at,
             s.id, s.user_id, s.authenticated_at, s.expires_at, s.ended_at is not null as ended
      from auth.refresh_tokens r join auth.sign_ins s on s.id = r.sign_in_id
      where r.hash = $1
      for update
      """;

  private static final String USE =
      """
      with used as (
        update auth.refresh_tokens set used_at = clock_timestamp() where hash = $1 returning hash)
      insert into auth.refresh_successors (hash, salt) select hash, $2 from used
      """;
  private static final String FIND_SALT =
      "select salt from auth.refresh_successors where hash = $1";
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

  /// Marks the token as used; its successor can be computed again from the salt for a while.
  Uni<Void> use(SqlClient tx, byte[] hash, byte[] salt) {
    return tx.preparedQuery(USE).execute(Tuple.of(bytes(hash), bytes(salt))).replaceWithVoid();
  }

  /// What the successor of a used token is computed from. Empty when it was used by a release that
  /// kept no salt.
  Uni<Optional<byte[]>> findSalt(SqlClient tx, byte[] hash) {
    return tx.preparedQuery(FIND_SALT)
        .execute(Tuple.of(bytes(hash)))
        .map(rows ->
            rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getBuffer("salt").getBytes()));
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
        Optional.ofNullable(row.getLong("used_ago")).map(Duration::ofMillis),
        row.getOffsetDateTime("token_expires_at").toInstant(),
        now);
  }

  private static Buffer bytes(byte[] hash) {
    return Buffer.buffer(hash);
  }
}
