package tmi.model.threatmodel;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Functions;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import tmi.kernel.identity.Caller;
import tmi.model.diagram.DfdDiagram;
import tmi.model.diagram.DiagramRepository;
import tmi.model.threat.Threat;
import tmi.model.threat.ThreatRepository;

/// Models whole. A model and what is in it are asked for on one connection without waiting in
/// between, so it is one round trip; what is in it goes nowhere when the model itself is refused.
@ApplicationScoped
public class WholeRepository {
  private final Pool pool;
  private final ThreatModelRepository models;
  private final DiagramRepository diagrams;
  private final ThreatRepository threats;

  WholeRepository(
      Pool pool,
      ThreatModelRepository models,
      DiagramRepository diagrams,
      ThreatRepository threats) {
    this.pool = pool;
    this.models = models;
    this.diagrams = diagrams;
    this.threats = threats;
  }

  Uni<Held> find(Caller caller, UUID id) {
    return whole(
        id,
        client -> models.find(client, caller, id),
        (held, diagrams, threats) -> new Held(held.model().with(diagrams, threats), held.role()));
  }

  Uni<StoredModel> findToChange(Caller caller, UUID id) {
    return models.findToChange(pool, caller, id);
  }

  Uni<ThreatModel> create(Caller caller, UUID id, Draft draft, boolean confidential) {
    return models
        .create(pool, caller, id, draft, confidential)
        .map(model -> model.with(List.of(), List.of()));
  }

  Uni<ThreatModel> replace(Caller caller, StoredModel stored, Draft draft) {
    return whole(
        stored.shown().id(),
        client -> models.replace(client, caller, stored, draft),
        ThreatModel::with);
  }

  Uni<ThreatModel> patch(Caller caller, StoredModel stored, Draft draft) {
    return whole(
        stored.shown().id(),
        client -> models.patch(client, caller, stored, draft),
        ThreatModel::with);
  }

  private <T> Uni<T> whole(
      UUID id,
      Function<SqlClient, Uni<T>> model,
      Functions.Function3<T, List<DfdDiagram>, List<Threat>, T> with) {
    return pool.withConnection(connection ->
        Uni.combine()
            .all()
            .unis(
                model.apply(connection),
                diagrams.listOfModel(connection, id),
                threats.listOfModel(connection, id))
            .with(with));
  }
}
