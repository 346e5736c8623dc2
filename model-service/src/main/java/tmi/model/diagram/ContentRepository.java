package tmi.model.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.rule.Refused;
import tmi.diagram.store.content.CellsWrite;
import tmi.diagram.store.content.DiagramContent;
import tmi.diagram.store.content.DiagramStore;
import tmi.diagram.store.content.DiagramText;
import tmi.diagram.store.content.Written;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.Role;
import tmi.kernel.problem.Problem;
import tmi.service.id.IdSource;

/// Diagrams whole: own fields and content, together in one transaction where both change. The last
/// statement of each is the one that appends the event.
@ApplicationScoped
public class ContentRepository {
  private final Pool pool;
  private final DiagramRepository diagrams;
  private final DiagramStore store;
  private final IdSource ids;

  ContentRepository(Pool pool, DiagramRepository diagrams, DiagramStore store, IdSource ids) {
    this.pool = pool;
    this.diagrams = diagrams;
    this.store = store;
    this.ids = ids;
  }

  /// The content of a found diagram, for showing it; of one who may write it is remembered.
  Uni<DfdDiagram> read(Caller caller, Held held) {
    UUID id = held.diagram().id();
    boolean mayWrite = held.role().includes(Role.WRITER) && caller.sessionId() != null;
    return mayWrite
        ? store.readTextFor(id, caller.sessionId()).map(text -> shown(held.diagram(), text))
        : store.readText(id).map(text -> shown(held.diagram(), text));
  }

  /// The content of a found diagram, for our own use.
  Uni<DfdDiagram> readPlainly(DfdDiagram diagram) {
    return store.read(diagram.id()).map(content -> whole(diagram, content));
  }

  Uni<DfdDiagram> create(Caller caller, UUID modelId, NewDiagram diagram) {
    UUID id = ids.v4();
    return pool.withTransaction(transaction ->
            store
                .create(transaction, id, modelId)
                .chain(() -> diagrams.create(transaction, caller, modelId, id, diagram)))
        .invoke(diagrams::committed);
  }

  Uni<Void> delete(Caller caller, UUID modelId, UUID id) {
    return pool.withTransaction(transaction ->
            store
                .lock(transaction, id)
                .chain(() -> diagrams.delete(transaction, caller, modelId, id)))
        .invoke(diagrams::committed);
  }

  /// Writes a change; its cells, if it has any, under the diagram row's lock and merged with what
  /// others drew since.
  Uni<DfdDiagram> write(Caller caller, DiagramUpdate update, Cells manner) {
    Uni<DfdDiagram> written =
        update
            .draft()
            .cells()
            .map(cells -> writeCells(caller, update, cells, manner))
            .orElseGet(() -> writeFields(caller, update));
    return written.invoke(diagrams::committed);
  }

  private Uni<DfdDiagram> writeFields(Caller caller, DiagramUpdate update) {
    DfdDiagram stored = update.stored();
    return diagrams
        .update(pool, caller, update)
        .map(changed -> changed.with(stored.updateVector(), stored.cells()));
  }

  private Uni<DfdDiagram> writeCells(
      Caller caller, DiagramUpdate update, List<JsonNode> cells, Cells manner) {
    UUID id = update.stored().id();
    CellsWrite write =
        new CellsWrite(ids.v4(), caller.userId(), cells, manner.form(), manner.base());
    return pool.withTransaction(transaction ->
            store
                .write(transaction, id, write, diagrams.guard())
                .map(done -> done.orElseThrow(() -> Problem.notFound("diagram", id)))
                .call(done -> remember(transaction, caller, id, done))
                .chain(done -> record(transaction, caller, update, done)))
        .onFailure(Refused.class)
        .transform(e -> Cells.problem(((Refused) e).refusal()));
  }

  /// Of a sign-in; an add-on's token has none, and what it was given last cannot be told.
  private Uni<Void> remember(SqlClient transaction, Caller caller, UUID id, Written done) {
    return caller.sessionId() == null
        ? Uni.createFrom().voidItem()
        : store.remember(transaction, id, caller.sessionId(), done.content().vector());
  }

  private Uni<DfdDiagram> record(
      SqlClient transaction, Caller caller, DiagramUpdate update, Written done) {
    long after = done.content().vector();
    long before = done.applied().isPresent() ? after - 1 : after;
    return diagrams
        .update(transaction, caller, update.at(before, after))
        .map(changed -> DiagramMapping.withContent(changed, done.content()));
  }

  private static DfdDiagram shown(DfdDiagram diagram, Optional<DiagramText> content) {
    return content
        .map(c -> DiagramMapping.withText(diagram, c))
        .orElseThrow(() -> Problem.notFound("diagram", diagram.id()));
  }

  private static DfdDiagram whole(DfdDiagram diagram, Optional<DiagramContent> content) {
    return content
        .map(c -> DiagramMapping.withContent(diagram, c))
        .orElseThrow(() -> Problem.notFound("diagram", diagram.id()));
  }
}
