package tmi.model.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tmi.kernel.id.EntityTag;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.Role;
import tmi.kernel.page.Page;
import tmi.kernel.page.Window;
import tmi.kernel.patch.JsonPatch;
import tmi.kernel.patch.Patched;
import tmi.model.history.TurnService;
import tmi.model.request.Body;
import tmi.model.request.OffloadService;
import tmi.model.sharing.Permission;

/// What one can do with diagrams.
@ApplicationScoped
public class DiagramService {
  private final DiagramRepository diagrams;
  private final ContentRepository content;
  private final Body body;
  private final TurnService turns;
  private final OffloadService offload;

  DiagramService(
      DiagramRepository diagrams,
      ContentRepository content,
      Body body,
      TurnService turns,
      OffloadService offload) {
    this.diagrams = diagrams;
    this.content = content;
    this.body = body;
    this.turns = turns;
    this.offload = offload;
  }

  Uni<Page<DfdDiagram>> list(Caller caller, UUID modelId, Window window, boolean deletedToo) {
    return diagrams.list(caller, modelId, window, deletedToo);
  }

  Uni<DfdDiagram> create(Caller caller, UUID modelId, NewDiagram sent) {
    NewDiagram settled = DiagramCreation.settled(sent);
    Permission.requirePerson(caller);
    return content.create(caller, modelId, settled);
  }

  Uni<Void> delete(Caller caller, UUID modelId, UUID id) {
    Permission.requirePerson(caller);
    return content.delete(caller, modelId, id);
  }

  /// Shows it whole. Of one who may write it is remembered which state was shown, as a whole list
  /// of cells that comes back later was made from that.
  Uni<Held> get(Caller caller, UUID modelId, UUID id) {
    return diagrams
        .findWithRole(caller, modelId, id, Role.READER)
        .chain(held -> content.read(caller, held).map(diagram -> new Held(diagram, held.role())));
  }

  /// Replaces everything that a person may write, its whole list of cells included.
  Uni<DfdDiagram> replace(Caller caller, UUID modelId, UUID id, DiagramInput sent, EntityTag tag) {
    Cells.requireValid(sent.cells());
    DiagramDraft draft = DiagramDraft.of(sent, Optional.of(sent.cells()));
    Permission.requirePerson(caller);
    return turns.change(
        id,
        tag,
        () ->
            diagrams
                .find(caller, modelId, id, Role.WRITER)
                .invoke(stored -> tag.requireMatch(stored.version()))
                .chain(stored ->
                    content.write(
                        caller, replacing(modelId, stored, draft), Cells.sent(caller, tag))));
  }

  /// Reads, changes in memory and writes on the condition that nobody wrote in between; without
  /// `If-Match` a lost race is run again. What others drew meanwhile is merged by the store.
  Uni<DfdDiagram> patch(Caller caller, UUID modelId, UUID id, JsonPatch sent, EntityTag tag) {
    DiagramPatch patch = new DiagramPatch(sent);
    Permission.requirePerson(caller);
    return turns.change(
        id,
        tag,
        () ->
            diagrams
                .findWithRole(caller, modelId, id, Role.WRITER)
                .invoke(held -> tag.requireMatch(held.diagram().version()))
                .chain(held -> content.readPlainly(held.diagram()))
                .chain(stored -> patchFrom(caller, modelId, stored, patch, tag)));
  }

  private static DiagramUpdate replacing(UUID modelId, DfdDiagram stored, DiagramDraft draft) {
    return new DiagramUpdate(modelId, stored, draft.over(stored.image()), 0, 0, true);
  }

  private Uni<DfdDiagram> patchFrom(
      Caller caller, UUID modelId, DfdDiagram stored, DiagramPatch patch, EntityTag tag) {
    return offload
        .run(patch.isLarge(stored), () -> patched(modelId, stored, patch))
        .chain(update -> content.write(caller, update, Cells.patched(caller, patch, stored, tag)));
  }

  /// Cells that no operation looks at are left out of it all.
  private DiagramUpdate patched(UUID modelId, DfdDiagram stored, DiagramPatch patch) {
    DfdDiagram seen =
        patch.concernsCells() ? stored : stored.with(stored.updateVector(), List.of());
    Patched change = patch.applyTo(body.tree(seen));
    PatchedDiagram wanted = body.read(change.after(), PatchedDiagram.class).checkedAgainst(change);
    Optional<List<JsonNode>> cells =
        change.changes("cells") ? Optional.of(wanted.cells()) : Optional.empty();
    DiagramDraft draft = DiagramDraft.of(wanted.toInput(change), cells).over(stored.image());
    long vector = stored.updateVector();
    return new DiagramUpdate(modelId, stored, draft, vector, vector, false);
  }
}
