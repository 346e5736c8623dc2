package tmi.auth.user;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// The rows of `auth.users`.
@ApplicationScoped
public class UserRepository {
  private static final String COLUMNS =
      "id, provider, provider_user_id, email, email_verified, name, automation, active";
  private static final String CANDIDATES =
      "select "
          + COLUMNS
          + " from auth.users"
          + " where (provider = $1 and provider_user_id = $2) or lower(email) = lower($3)"
          + " order by created_at";
  private static final String FIND = "select " + COLUMNS + " from auth.users where id = $1";
  private static final String INSERT =
      "insert into auth.users"
          + " (id, provider, provider_user_id, email, email_verified, name, last_login_at)"
          + " values ($1, $2, $3, $4, $5, $6, now()) on conflict do nothing returning "
          + COLUMNS;
  private static final String COMPLETE =
      "update auth.users set provider = $2, provider_user_id = $3, email = coalesce($4, email),"
          + " email_verified = email_verified or $5, name = coalesce(nullif($6, ''), name),"
          + " last_login_at = now(), modified_at = now()"
          + " where id = $1 returning "
          + COLUMNS;
  private static final String SEEN = "update auth.users set last_login_at = now() where id = $1";

  Uni<List<User>> listCandidates(SqlClient tx, ProvedIdentity who) {
    return tx.preparedQuery(CANDIDATES)
        .execute(Tuple.of(who.provider(), who.subject(), who.email()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(this::user).toList());
  }

  Uni<Optional<User>> find(SqlClient client, UUID id) {
    return client.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> first(rows.iterator()));
  }

  /// Empty when somebody else registered the same person in this moment.
  Uni<Optional<User>> add(SqlClient tx, UUID id, ProvedIdentity who) {
    return tx.preparedQuery(INSERT).execute(values(id, who)).map(rows -> first(rows.iterator()));
  }

  /// Writes what the provider says now; a verified e-mail stays verified.
  Uni<User> complete(SqlClient tx, UUID id, ProvedIdentity who) {
    return tx.preparedQuery(COMPLETE)
        .execute(values(id, who))
        .map(rows -> user(rows.iterator().next()));
  }

  Uni<Void> markSeen(SqlClient tx, UUID id) {
    return tx.preparedQuery(SEEN).execute(Tuple.of(id)).replaceWithVoid();
  }

  private static Tuple values(UUID id, ProvedIdentity who) {
    return Tuple.from(
        new Object[] {
          id, who.provider(), who.subject(), who.email(), who.emailVerified(), who.name()
        });
  }

  private Optional<User> first(RowIterator<Row> rows) {
    return rows.hasNext() ? Optional.of(user(rows.next())) : Optional.empty();
  }

  private User user(Row row) {
    return new User(
        row.getUUID("id"),
        row.getString("provider"),
        row.getString("provider_user_id"),
        row.getString("email"),
        row.getBoolean("email_verified"),
        row.getString("name"),
        row.getBoolean("automation"),
        row.getBoolean("active"));
  }
}
