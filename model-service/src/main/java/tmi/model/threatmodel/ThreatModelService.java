package tmi.model.threatmodel;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tmi.kernel.id.EntityTag;
import tmi.kernel.identity.Caller;
import tmi.kernel.patch.JsonPatch;
import tmi.kernel.patch.Patched;
import tmi.model.history.TurnService;
import tmi.model.metadata.Pairs;
import tmi.model.request.Body;
import tmi.model.request.OffloadService;
import tmi.model.sharing.AccessEntry;
import tmi.model.sharing.AccessList;
import tmi.model.sharing.Grant;
import tmi.model.sharing.Grants;
import tmi.model.sharing.Permission;
import tmi.model.sharing.Persons;
import tmi.model.sharing.PrincipalRepository;
import tmi.service.id.IdSource;

/// What one can do with a threat model.
@ApplicationScoped
public class ThreatModelService {
  private final WholeRepository models;
  private final PrincipalRepository principals;
  private final Body body;
  private final IdSource ids;
  private final TurnService turns;
  private final OffloadService offload;

  ThreatModelService(
      WholeRepository models,
      PrincipalRepository principals,
      Body body,
      IdSource ids,
      TurnService turns,
      OffloadService offload) {
    this.models = models;
    this.principals = principals;
    this.body = body;
    this.ids = ids;
    this.turns = turns;
    this.offload = offload;
  }

  public Uni<ThreatModel> get(Caller caller, UUID id) {
    return held(caller, id).map(Held::model);
  }

  /// The same with the caller's role.
  Uni<Held> held(Caller caller, UUID id) {
    return models.find(caller, id);
  }

  Uni<ThreatModel> create(Caller caller, NewThreatModel sent) {
    List<Grant> grants = Grants.distinct(sent.authorization());
    boolean confidential = Boolean.TRUE.equals(sent.isConfidential());
    Draft bare = Drafts.created(sent, caller.userId());
    return principals
        .resolve(grants)
        .map(asked -> AccessList.ofNewModel(caller.userId(), asked, confidential))
        .chain(list -> models.create(caller, ids.v4(), bare.sharedBy(list), confidential));
  }

  /// Reads, drafts and writes on the condition that nobody wrote in between; without `If-Match` a
  /// lost race is run again.
  Uni<ThreatModel> replace(Caller caller, UUID id, NewThreatModel sent, EntityTag tag) {
    Optional<List<Grant>> grants = Optional.ofNullable(sent.authorization()).map(Grants::distinct);
    Pairs.checked(sent.metadata());
    Permission.requirePerson(caller);
    return turns.change(
        id,
        tag,
        () ->
            models
                .findToChange(caller, id)
                .invoke(stored -> tag.requireMatch(stored.shown().version()))
                .chain(stored -> replaceFrom(caller, stored, sent, grants)));
  }

  /// The same for a patch.
  Uni<ThreatModel> patch(Caller caller, UUID id, JsonPatch sent, EntityTag tag) {
    ModelPatch patch = new ModelPatch(sent);
    Permission.requirePerson(caller);
    return turns.change(
        id,
        tag,
        () ->
            models.findToChange(caller, id).chain(stored -> patchFrom(caller, stored, patch, tag)));
  }

  private Uni<ThreatModel> replaceFrom(
      Caller caller, StoredModel stored, NewThreatModel sent, Optional<List<Grant>> grants) {
    return principals
        .resolve(grants.orElse(List.of()))
        .map(found -> grants.map(asked -> found))
        .map(entries -> new Drafts.Named(Optional.empty(), Optional.empty(), entries))
        .map(named -> Drafts.replacing(stored, sent, named))
        .chain(draft -> models.replace(caller, stored, draft));
  }

  private Uni<ThreatModel> patchFrom(
      Caller caller, StoredModel stored, ModelPatch patch, EntityTag tag) {
    boolean large = patch.patch().isLarge(List.of());
    return offload
        .run(large, () -> judged(stored, patch, tag))
        .chain(made ->
            named(made.change(), made.wanted())
                .map(named -> Drafts.patched(stored, made.change(), made.wanted(), named)))
        .chain(draft -> models.patch(caller, stored, draft));
  }

  /// A change and the document that it makes, read.
  private record Made(Patched change, PatchedModel wanted) {}

  private Made judged(StoredModel stored, ModelPatch patch, EntityTag tag) {
    Patched change = patch.applyTo(body.tree(stored.shown()));
    ModelPatch.requireRights(change, stored.role(), stored.isReviewer());
    tag.requireMatch(stored.shown().version());
    return new Made(change, body.read(change.after(), PatchedModel.class));
  }

  /// Looks up whom the patch names, all in one question: the owner, the reviewer, then the lines.
  private Uni<Drafts.Named> named(Patched change, PatchedModel wanted) {
    List<Grant> asked = new ArrayList<>();
    boolean owner = change.changes("owner");
    boolean reviewer = change.changes("security_reviewer") && isSome(wanted.securityReviewer());
    boolean list = change.changes("authorization");
    if (owner) {
      asked.add(Persons.owner("owner", wanted.owner()));
    }
    if (reviewer) {
      asked.add(Persons.owner("security_reviewer", wanted.securityReviewer()));
    }
    int persons = asked.size();
    if (list) {
      asked.addAll(Grants.lastWins(wanted.authorization()));
    }
    return principals
        .resolve(asked)
        .map(found ->
            new Drafts.Named(
                owner ? Optional.of(found.getFirst().principal()) : Optional.empty(),
                reviewer ? principal(found, persons - 1) : Optional.empty(),
                list ? Optional.of(found.subList(persons, found.size())) : Optional.empty()));
  }

  private static Optional<UUID> principal(List<AccessEntry> found, int place) {
    return Optional.of(found.get(place).principal());
  }

  private static boolean isSome(JsonNode node) {
    return node != null && !node.isNull();
  }
}
