package tmi.webhook.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import tmi.service.id.IdSource;
import tmi.webhook.delivery.DeliveryRepository;

/// Makes deliveries of what streams hold, and marks exactly that as taken, in one transaction.
@ApplicationScoped
class IntakeService {
  private final Pool pool;
  private final IntakeRepository log;
  private final DeliveryRepository deliveries;
  private final IdSource ids;
  private final IntakeConfig config;

  IntakeService(
      Pool pool,
      IntakeRepository log,
      DeliveryRepository deliveries,
      IdSource ids,
      IntakeConfig config) {
    this.pool = pool;
    this.log = log;
    this.deliveries = deliveries;
    this.ids = ids;
    this.config = config;
  }

  /// Of the given streams those that no other replica is at.
  Uni<Harvest> take(List<UUID> streams) {
    return pool.withTransaction(tx ->
        log.claim(tx, streams)
            .chain(mine -> log.read(tx, mine, config.events(), config.bytes()))
            .chain(read -> harvest(tx, read))
            .call(harvest -> deliveries.add(tx, harvest.made()))
            .call(harvest -> log.mark(tx, harvest.taken()))
            .call(harvest -> log.lookLater(tx, harvest.later())));
  }

  private Uni<Harvest> harvest(SqlClient tx, Catch read) {
    return log.listeners(tx).map(listeners -> new Gleaner(listeners, config, ids::v7).glean(read));
  }
}
