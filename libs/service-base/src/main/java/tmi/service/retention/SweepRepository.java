package tmi.service.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/// A kind of rows that go when their time is over.
public interface SweepRepository {
  /// What goes, as the log and the counter `tmi.retention.rows` name it: `webhook.deliveries`.
  String kind();

  /// Takes one portion away within the transaction.
  Uni<Swept> portion(SqlClient transaction);

  /// A sweep of one statement that answers how many rows went: $1 is the age in seconds from which
  /// they go, $2 how many go at once. A short portion is the last.
  static SweepRepository of(String kind, String sql, Duration age, int portion) {
    return new SweepRepository() {
      @Override
      public String kind() {
        return kind;
      }

      @Override
      public Uni<Swept> portion(SqlClient transaction) {
        return transaction
            .preparedQuery(sql)
            .execute(Tuple.of(age.toMillis() / 1000.0, portion))
            .map(rows -> rows.iterator().next().getLong(0))
            .map(gone -> new Swept(gone, gone >= portion));
      }
    };
  }
}
