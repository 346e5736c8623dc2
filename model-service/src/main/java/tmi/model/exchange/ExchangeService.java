package tmi.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;
import tmi.model.threatmodel.ThreatModelService;

/// A diagram's model for other tools.
@ApplicationScoped
public class ExchangeService {
  private final ThreatModelService models;

  ExchangeService(ThreatModelService models) {
    this.models = models;
  }

  Uni<JsonNode> minimal(Caller caller, UUID modelId, UUID diagramId) {
    return models
        .get(caller, modelId)
        .map(model ->
            model.diagrams().stream()
                .filter(diagram -> diagram.id().equals(diagramId))
                .findFirst()
                .map(diagram -> (JsonNode) Minimal.of(model, diagram.cells()))
                .orElseThrow(() -> Problem.notFound("diagram", diagramId)));
  }
}
