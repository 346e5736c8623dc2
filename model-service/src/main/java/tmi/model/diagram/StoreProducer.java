package tmi.model.diagram;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import tmi.diagram.store.content.DiagramStore;

/// Makes the one diagram store of this service.
class StoreProducer {
  @Produces
  @Singleton
  DiagramStore store(Pool pool) {
    return new DiagramStore(pool);
  }
}
