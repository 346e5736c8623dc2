package tmi.model.threat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tmi.kernel.id.EntityTag;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.Role;
import tmi.kernel.page.Page;
import tmi.kernel.patch.JsonPatch;
import tmi.model.history.TurnService;
import tmi.model.request.Body;
import tmi.model.request.OffloadService;
import tmi.model.sharing.Permission;

/// What one can do with threats. One threat is a list of one: whatever is written is written all or
/// not at all, each threat with its audit row and event.
@ApplicationScoped
public class ThreatService {
  private final ThreatRepository repository;
  private final Body body;
  private final TurnService turns;
  private final OffloadService offload;

  ThreatService(ThreatRepository repository, Body body, TurnService turns, OffloadService offload) {
    this.repository = repository;
    this.body = body;
    this.turns = turns;
    this.offload = offload;
  }

  Uni<Threat> get(Caller caller, UUID modelId, UUID id) {
    return repository.find(caller, modelId, List.of(id), Role.READER).map(List::getFirst);
  }

  Uni<Page<Threat>> list(Caller caller, UUID modelId, ThreatFilter filter) {
    return repository.list(caller, modelId, filter);
  }

  /// Makes threats; those without an id get their own.
  Uni<List<Threat>> create(Caller caller, UUID modelId, List<ThreatItem> items) {
    List<ObjectNode> columns = items.stream().map(this::columns).toList();
    Permission.requirePerson(caller);
    return repository.create(caller, modelId, columns);
  }

  /// Replaces threats; with a tag only the version that it names.
  Uni<List<Threat>> replace(Caller caller, UUID modelId, List<ThreatItem> items, EntityTag tag) {
    List<ObjectNode> columns = items.stream().map(this::columns).toList();
    Permission.requirePerson(caller);
    List<Integer> versions =
        tag instanceof EntityTag.Exactly(long version) ? List.of(stored(version)) : null;
    return repository.write(ThreatSql.REPLACE, caller, modelId, columns, versions);
  }

  /// Reads, changes in memory and writes on the condition that nobody wrote in between; without
  /// `If-Match` a lost race is run again.
  Uni<List<Threat>> patch(
      Caller caller, UUID modelId, Map<UUID, JsonPatch> patches, EntityTag tag) {
    patches.values().forEach(ThreatPatch::check);
    Permission.requirePerson(caller);
    List<UUID> ids = List.copyOf(patches.keySet());
    return turns.change(
        ids.getFirst(),
        tag,
        () ->
            repository
                .find(caller, modelId, ids, Role.WRITER)
                .invoke(found -> found.forEach(threat -> tag.requireMatch(threat.version())))
                .chain(found -> patchFrom(caller, modelId, found, patches)));
  }

  Uni<Void> delete(Caller caller, UUID modelId, List<UUID> ids) {
    Permission.requirePerson(caller);
    return repository.delete(caller, modelId, ids);
  }

  /// A version that could be stored; 0, which none is, for a larger number.
  private static int stored(long version) {
    return version > Integer.MAX_VALUE ? 0 : (int) version;
  }

  private Uni<List<Threat>> patchFrom(
      Caller caller, UUID modelId, List<Threat> found, Map<UUID, JsonPatch> patches) {
    boolean large = patches.values().stream().anyMatch(patch -> patch.isLarge(List.of()));
    List<Integer> versions = found.stream().map(Threat::version).toList();
    return offload
        .run(
            large,
            () -> found.stream().map(threat -> patched(threat, patches.get(threat.id()))).toList())
        .chain(columns -> repository.write(ThreatSql.PATCH, caller, modelId, columns, versions));
  }

  private ObjectNode patched(Threat threat, JsonPatch patch) {
    ObjectNode document = body.tree(ThreatMapping.toInput(threat));
    NewThreat wanted = body.read(ThreatPatch.apply(patch, document), NewThreat.class);
    return ThreatRules.settle(wanted, body.tree(wanted)).put("id", threat.id().toString());
  }

  private ObjectNode columns(ThreatItem item) {
    ObjectNode tree = ThreatRules.spell(body.tree(item.threat()));
    ObjectNode columns = ThreatRules.settle(item.threat(), tree);
    return item.id() == null ? columns : columns.put("id", item.id().toString());
  }
}
