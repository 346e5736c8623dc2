package tmi.collab.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.CallerKind;
import tmi.kernel.identity.Role;
import tmi.kernel.problem.Problem;

/// May this caller do that? Rights are judged before the existence of what is inside the model.
@ApplicationScoped
public class AccessService {
  private final AccessRepository repository;

  AccessService(AccessRepository repository) {
    this.repository = repository;
  }

  /// The caller's role on the model of a diagram; 404 or 403 where there is none.
  public Uni<Role> requireReader(Caller caller, UUID modelId, UUID diagramId) {
    return repository
        .right(modelId, caller.userId(), diagramId)
        .map(r -> judge(r, modelId, diagramId));
  }

  /// The same for acts that only people and what acts for them at the moment may do.
  public Uni<Role> requirePerson(Caller caller, UUID modelId, UUID diagramId) {
    if (caller.kind() == CallerKind.SERVICE_ACCOUNT) {
      return Uni.createFrom()
          .failure(Problem.forbidden("Service accounts do not take part in live sessions"));
    }
    return requireReader(caller, modelId, diagramId);
  }

  /// By what right the caller may end any session of this model, `owner` or `administrator`; empty
  /// for others who may read it. An administrator needs no role on the model.
  public Uni<Optional<String>> requireMayEnd(Caller caller, UUID modelId, UUID diagramId) {
    if (caller.kind() == CallerKind.SERVICE_ACCOUNT) {
      return requirePerson(caller, modelId, diagramId).replaceWith(Optional.empty());
    }
    return repository
        .right(modelId, caller.userId(), diagramId)
        .map(right -> mayEnd(right, modelId, diagramId));
  }

  private static Optional<String> mayEnd(
      AccessRepository.Right right, UUID modelId, UUID diagramId) {
    if (right.administrator() && right.hasDiagram()) {
      return Optional.of("administrator");
    }
    return judge(right, modelId, diagramId) == Role.OWNER ? Optional.of("owner") : Optional.empty();
  }

  private static Role judge(AccessRepository.Right right, UUID modelId, UUID diagramId) {
    if (!right.modelKnown()) {
      throw Problem.notFound("threat model", modelId);
    }
    Role role =
        right
            .role()
            .orElseThrow(() -> Problem.forbidden("You have no access to this threat model"));
    if (!right.hasDiagram()) {
      throw Problem.notFound("diagram", diagramId);
    }
    return role;
  }
}
