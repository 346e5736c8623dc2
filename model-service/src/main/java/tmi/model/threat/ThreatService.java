package tmi.model.threat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import tmi.kernel.id.EntityTag;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.Role;
import tmi.kernel.page.Page;
import tmi.kernel.patch.JsonPatch;
import tmi.model.history.LostRace;
import tmi.model.request.Body;
import tmi.model.sharing.Permission;

/// What one can do with threats.
@ApplicationScoped
public class ThreatService {
  private final ThreatRepository repository;
  private final Body body;

  ThreatService(ThreatRepository repository, Body body) {
    this.repository = repository;
    this.body = body;
  }

  Uni<Threat> get(Caller caller, UUID modelId, UUID id) {
    return repository.find(caller, modelId, id, Role.READER);
  }

  Uni<Page<Threat>> list(Caller caller, UUID modelId, ThreatFilter filter) {
    return repository.list(caller, modelId, filter);
  }

  Uni<Threat> create(Caller caller, UUID modelId, NewThreat sent) {
    ObjectNode columns = columns(sent);
    Permission.requirePerson(caller);
    return repository.create(caller, modelId, List.of(columns)).map(List::getFirst);
  }

  Uni<Threat> replace(Caller caller, UUID modelId, UUID id, NewThreat sent, EntityTag tag) {
    ObjectNode columns = columns(sent);
    Permission.requirePerson(caller);
    return repository.replace(caller, modelId, id, columns, tag);
  }

  /// Reads, changes in memory and writes on the condition that nobody wrote in between; without
  /// `If-Match` a lost race is run again.
  Uni<Threat> patch(Caller caller, UUID modelId, UUID id, JsonPatch patch, EntityTag tag) {
    ThreatPatch.checked(patch);
    Permission.requirePerson(caller);
    return Uni.createFrom()
        .deferred(() -> repository.find(caller, modelId, id, Role.WRITER))
        .invoke(threat -> tag.requireMatch(threat.version()))
        .chain(threat -> patchFrom(caller, modelId, threat, patch))
        .onFailure(LostRace.unlessNamed(tag))
        .retry()
        .atMost(LostRace.RETRIES);
  }

  Uni<Void> delete(Caller caller, UUID modelId, List<UUID> ids) {
    Permission.requirePerson(caller);
    return repository.delete(caller, modelId, ids);
  }

  private Uni<Threat> patchFrom(Caller caller, UUID modelId, Threat threat, JsonPatch patch) {
    ObjectNode document = body.tree(ThreatMapping.toInput(threat));
    NewThreat wanted = body.read(ThreatPatch.apply(patch, document), NewThreat.class);
    ObjectNode columns = ThreatRules.settle(wanted, body.tree(wanted));
    return repository.patch(
        caller, modelId, threat.id(), columns, new EntityTag.Exactly(threat.version()));
  }

  private ObjectNode columns(NewThreat sent) {
    return ThreatRules.settle(sent, ThreatRules.spell(body.tree(sent)));
  }
}
