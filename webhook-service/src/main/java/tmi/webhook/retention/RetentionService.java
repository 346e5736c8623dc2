package tmi.webhook.retention;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;

/// Clears away, once a minute, on whichever replica is first.
@ApplicationScoped
class RetentionService {
  private final Pool pool;
  private final RetentionRepository kept;
  private final RetentionConfig config;

  RetentionService(Pool pool, RetentionRepository kept, RetentionConfig config) {
    this.pool = pool;
    this.kept = kept;
    this.config = config;
  }

  @Scheduled(
      every = "${tmi.webhook.retention.poll:60s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> clear() {
    return pool.withTransaction(
        tx -> kept.lock(tx).chain(mine -> mine ? clear(tx) : Uni.createFrom().voidItem()));
  }

  private Uni<Void> clear(SqlClient tx) {
    return kept.failSilent(tx, config.silence())
        .chain(() -> kept.deleteClosed(tx, config.closedDeliveries()))
        .chain(() -> kept.giveUp(tx, config.idle(), config.broken()))
        .chain(() -> kept.deleteGivenUp(tx, config.unproved(), config.givenUp()))
        .chain(() -> kept.deleteCreations(tx))
        .chain(() -> kept.forgetEvents(tx, config.takenEvents()));
  }
}
