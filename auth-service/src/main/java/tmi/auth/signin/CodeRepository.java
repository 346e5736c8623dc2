package tmi.auth.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The rows of `auth.exchanged_codes`: which sign-in came of a code.
@ApplicationScoped
class CodeRepository {
  private static final String INSERT =
      "insert into auth.exchanged_codes (hash, sign_in_id) values ($1, $2)";
  private static final String FIND =
      """
      select c.sign_in_id from auth.exchanged_codes c join auth.sign_ins s on s.id = c.sign_in_id
      where c.hash = $1 and s.ended_at is null
      """;

  private static final String KNOWN =
      "select exists (select 1 from auth.exchanged_codes where hash = $1) as known";

  /// Whether the code was exchanged before.
  Uni<Boolean> isKnown(SqlClient client, byte[] hash) {
    return client
        .preparedQuery(KNOWN)
        .execute(Tuple.of(Buffer.buffer(hash)))
        .map(rows -> rows.iterator().next().getBoolean("known"));
  }

  Uni<Void> add(SqlClient tx, byte[] hash, UUID signInId) {
    return tx.preparedQuery(INSERT)
        .execute(Tuple.of(Buffer.buffer(hash), signInId))
        .replaceWithVoid();
  }

  /// The sign-in that came of the code, as long as it goes on.
  Uni<Optional<UUID>> findSignIn(SqlClient client, byte[] hash) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(Buffer.buffer(hash)))
        .map(rows ->
            rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getUUID("sign_in_id")));
  }
}
