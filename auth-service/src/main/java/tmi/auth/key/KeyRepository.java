package tmi.auth.key;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// The rows of `auth.signing_keys`. All times are the database's, so replicas need not agree.
@ApplicationScoped
public class KeyRepository {
  /// A key that is being replaced signs on until its successor takes over.
  private static final String SIGNING =
      """
      select k.kid, k.private_part from auth.signing_keys k
      where k.signs_from <= now()
        and (k.verifies_until is null
             or exists (select 1 from auth.signing_keys n where n.signs_from > now()))
      order by k.signs_from desc limit 1
      """;

  private static final String PUBLISHED =
      "select public_jwk from auth.verification_key order by kid";
  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('auth.signing_keys'))";
  private static final String NEWEST_IS_OLD =
      """
      select not exists (
        select 1 from auth.signing_keys
        where verifies_until is null and signs_from > now() - make_interval(secs => $1)) as old
      """;
  private static final String INSERT =
      """
      insert into auth.signing_keys (kid, algorithm, public_jwk, private_part, signs_from)
      values ($1, $2, $3, $4,
              case when exists (select 1 from auth.signing_keys where verifies_until is null)
                   then now() + make_interval(secs => $5) else now() end)
      """;

  /// Those before the newest sign until it takes over and verify for a while after.
  private static final String RETIRE =
      """
      update auth.signing_keys k
      set verifies_until = n.signs_from + make_interval(secs => $2)
      from auth.signing_keys n
      where n.kid = $1 and k.kid <> n.kid and k.verifies_until is null
      """;

  Uni<Optional<SealedKey>> findSigning(SqlClient client) {
    return client
        .preparedQuery(SIGNING)
        .execute()
        .map(rows ->
            rows.rowCount() == 0 ? Optional.empty() : Optional.of(sealed(rows.iterator().next())));
  }

  Uni<List<JsonObject>> listPublished(SqlClient client) {
    return client
        .preparedQuery(PUBLISHED)
        .execute()
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getJsonObject("public_jwk"))
                .toList());
  }

  /// Held until the transaction ends, so two replicas make one key.
  Uni<Void> lock(SqlClient tx) {
    return tx.query(LOCK).execute().replaceWithVoid();
  }

  /// Also true when there is none.
  Uni<Boolean> isNewestOlderThan(SqlClient tx, Duration age) {
    return tx.preparedQuery(NEWEST_IS_OLD)
        .execute(Tuple.of((double) age.toSeconds()))
        .map(rows -> rows.iterator().next().getBoolean("old"));
  }

  /// Adds a key that signs after the given wait, the very first one at once.
  Uni<Void> add(SqlClient tx, NewKey key, Duration wait, Duration verifyAfter) {
    return tx.preparedQuery(INSERT)
        .execute(
            Tuple.of(
                key.kid(),
                key.algorithm().name(),
                key.publicJwk(),
                Buffer.buffer(key.sealed()),
                (double) wait.toSeconds()))
        .chain(() ->
            tx.preparedQuery(RETIRE).execute(Tuple.of(key.kid(), (double) verifyAfter.toSeconds())))
        .replaceWithVoid();
  }

  private static SealedKey sealed(Row row) {
    return new SealedKey(row.getString("kid"), row.getBuffer("private_part").getBytes());
  }
}
