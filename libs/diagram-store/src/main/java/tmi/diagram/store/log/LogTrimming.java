package tmi.diagram.store.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Forgets old operations, so that a log does not grow for ever. A write that is based on a state
/// from before is refused then, as it would be of a state that was never there.
public final class LogTrimming {
  private static final String WALK =
      """
      select d.id, coalesce(o.created_at < now() - make_interval(secs => $3)
                            or o.seq <= d.update_vector - $4::bigint, false) as due
        from (select id, update_vector from diagram.diagrams
               where id > $1 order by id limit $2) d
        left join lateral (select p.seq, p.created_at from diagram.operations p
                            where p.diagram_id = d.id order by p.seq limit 1) o on true
       order by d.id
      """;

  private static final String LOCK =
      "select id from diagram.diagrams where id = any($1) order by id"
          + " for no key update skip locked";

  private static final String TRIM =
      "select diagram.trim_logs($1::uuid[], now() - make_interval(secs => $2), $3::bigint,"
          + " $4::integer)";

  private LogTrimming() {}

  /// How much of a log is kept.
  ///
  /// @param age of an operation from which it goes
  /// @param most operations a diagram
  public record Kept(Duration age, long most) {
    double seconds() {
      return age.toMillis() / 1000.0;
    }
  }

  /// Some diagrams behind a place, in the order of their ids.
  ///
  /// @param due those of them whose log is longer than it is kept
  /// @param last the place to go on from; null when there were none
  public record Walked(List<UUID> due, UUID last, int seen) {}

  /// Looks at the next diagrams.
  public static Uni<Walked> walk(SqlClient client, UUID after, int diagrams, Kept kept) {
    return client
        .preparedQuery(WALK)
        .execute(Tuple.of(after, diagrams, kept.seconds(), kept.most()))
        .map(rows -> {
          List<UUID> due = new ArrayList<>();
          UUID last = null;
          for (Row row : rows) {
            last = row.getUUID("id");
            if (row.getBoolean("due")) {
              due.add(last);
            }
          }
          return new Walked(due, last, rows.size());
        });
  }

  /// Locks those that nobody holds, until the transaction ends.
  public static Uni<List<UUID>> lock(SqlClient transaction, Collection<UUID> diagrams) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.tuple().addArrayOfUUID(diagrams.toArray(UUID[]::new)))
        .map(rows -> {
          List<UUID> locked = new ArrayList<>();
          rows.forEach(row -> locked.add(row.getUUID("id")));
          return locked;
        });
  }

  /// Takes the oldest operations of each away, at most so many, and answers how many went. Only
  /// under the lock, and never of a diagram that is live.
  public static Uni<Long> trim(
      SqlClient transaction, Collection<UUID> locked, Kept kept, int operations) {
    return transaction
        .preparedQuery(TRIM)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(locked.toArray(UUID[]::new))
                .addDouble(kept.seconds())
                .addLong(kept.most())
                .addInteger(operations))
        .map(rows -> rows.iterator().next().getLong(0));
  }
}
