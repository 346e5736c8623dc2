package tmi.collab.room;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import tmi.diagram.store.content.DiagramStore;

/// What plain libraries offer, as beans.
class Stores {
  @Produces
  @Singleton
  DiagramStore diagrams(Pool pool) {
    return new DiagramStore(pool);
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
