package tmi.auth.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/// Deletes what has lapsed.
@ApplicationScoped
class RetentionRepository {
  private static final String TRY_LOCK =
      "select pg_try_advisory_xact_lock(hashtext('auth.sweep'), hashtext($1)) as mine";

  /// False while another replica is at this kind; that one goes on until nothing is left of it.
  Uni<Boolean> tryLock(SqlClient tx, Lapsed kind) {
    return tx.preparedQuery(TRY_LOCK)
        .execute(Tuple.of(kind.name()))
        .map(rows -> rows.iterator().next().getBoolean("mine"));
  }

  /// Deletes one portion; true when it was full, so that there may be more.
  Uni<Boolean> clear(SqlClient tx, Lapsed kind) {
    return tx.preparedQuery(kind.statement())
        .execute(Tuple.of(kind.portion()))
        .map(rows -> rows.rowCount() == kind.portion());
  }
}
