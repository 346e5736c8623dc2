package tmi.model.threatmodel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import tmi.diagram.store.content.DiagramStore;
import tmi.kernel.identity.Caller;
import tmi.model.sharing.Permission;

/// The end of a threat model, with everything in it.
@ApplicationScoped
public class DeletionService {
  private final Pool pool;
  private final ThreatModelRepository models;
  private final DiagramStore store;

  DeletionService(Pool pool, ThreatModelRepository models, DiagramStore store) {
    this.pool = pool;
    this.models = models;
    this.store = store;
  }

  /// Refused while a diagram of the model has a live session; that is asked under the locks that
  /// starting a session takes as well.
  Uni<Void> delete(Caller caller, UUID id) {
    Permission.requirePerson(caller);
    return pool.withTransaction(transaction ->
            models
                .diagrams(transaction, caller, id)
                .chain(diagrams -> store.lockAll(transaction, diagrams))
                .chain(() -> models.delete(transaction, caller, id)))
        .invoke(() -> models.committed(true));
  }
}
