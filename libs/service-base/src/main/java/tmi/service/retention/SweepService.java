package tmi.service.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import org.jboss.logging.Logger;

/// Runs sweeps, a portion of each in turn, until all are done or the time is up. Each portion is a
/// short transaction of its own under the lock of its name, so replicas never work on one kind at
/// once, nobody waits, and a pooler between transactions does no harm.
@ApplicationScoped
public class SweepService {
  private static final Logger LOG = Logger.getLogger(SweepService.class);
  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended('tmi.retention ' || $1::text, 0))";

  private final Pool pool;
  private final MeterRegistry meters;

  SweepService(Pool pool, MeterRegistry meters) {
    this.pool = pool;
    this.meters = meters;
  }

  /// One run. Ends at once when another replica is at it. A sweep that fails is left for the next
  /// run and holds up no other.
  ///
  /// @param name of the lock, the same in all replicas
  /// @param longest after which no further portion is begun
  public Uni<Void> run(
      String name, Duration longest, Collection<? extends SweepRepository> sweeps) {
    Queue<SweepRepository> waiting = new ArrayDeque<>(sweeps);
    long end = System.nanoTime() + longest.toNanos();
    return Multi.createBy()
        .repeating()
        .uni(() -> step(name, waiting))
        .whilst(alone -> alone && !waiting.isEmpty() && System.nanoTime() < end)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /// False when another replica is at it.
  private Uni<Boolean> step(String name, Queue<SweepRepository> waiting) {
    SweepRepository sweep = waiting.poll();
    if (sweep == null) {
      return Uni.createFrom().item(false);
    }
    return pool.withTransaction(tx ->
            lock(tx, name).chain(mine -> mine ? sweep.portion(tx) : Uni.createFrom().nullItem()))
        .onFailure()
        .recoverWithItem(failure -> failed(sweep, failure))
        .invoke(swept -> {
          if (swept != null && swept.more()) {
            waiting.add(sweep);
          }
        })
        .map(swept -> {
          if (swept != null) {
            meters.counter("tmi.retention.rows", "kind", sweep.kind()).increment(swept.rows());
          }
          return swept != null;
        });
  }

  private static Swept failed(SweepRepository sweep, Throwable failure) {
    LOG.warnf("sweep failed kind=%s reason=%s", sweep.kind(), failure.getMessage());
    return new Swept(0, false);
  }

  private static Uni<Boolean> lock(SqlClient tx, String name) {
    return tx.preparedQuery(LOCK)
        .execute(Tuple.of(name))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }
}
