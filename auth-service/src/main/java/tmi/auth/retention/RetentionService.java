package tmi.auth.retention;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/// Clears away once a minute, on whichever replica is first, until nothing has lapsed.
@ApplicationScoped
class RetentionService {
  private final RetentionRepository repository;
  private final Pool pool;

  RetentionService(RetentionRepository repository, Pool pool) {
    this.repository = repository;
    this.pool = pool;
  }

  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> clear() {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Lapsed kind : Lapsed.values()) {
      all = all.chain(() -> clear(kind));
    }
    return all;
  }

  /// Each portion is a transaction of its own, so that nobody waits for more than one.
  private Uni<Void> clear(Lapsed kind) {
    return Uni.createFrom()
        .deferred(() -> portion(kind))
        .repeat()
        .whilst(more -> more)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Boolean> portion(Lapsed kind) {
    return pool.withTransaction(tx ->
        repository
            .tryLock(tx, kind)
            .chain(
                mine -> mine ? repository.clear(tx, kind) : Uni.createFrom().item(Boolean.FALSE)));
  }
}
