package tmi.model.diagram;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import tmi.diagram.store.content.DiagramStore;
import tmi.diagram.store.content.Guard;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.CallerKind;
import tmi.kernel.identity.Role;
import tmi.kernel.page.Page;
import tmi.kernel.page.Window;
import tmi.kernel.problem.Problem;
import tmi.model.history.Recording;
import tmi.model.sharing.Permission;

/// Diagrams' own fields in the database. Every method but the list of a model is one round trip
/// that also answers whether the caller may.
@ApplicationScoped
public class DiagramRepository {
  private final Pool pool;
  private final DiagramStore store;
  private final Recording recording;

  DiagramRepository(Pool pool, DiagramStore store, Recording recording) {
    this.pool = pool;
    this.store = store;
    this.recording = recording;
  }

  /// All live diagrams of a model with their content, for whoever was found to be a reader of it.
  public Uni<List<DfdDiagram>> listOfModel(SqlClient client, UUID modelId) {
    Uni<List<DfdDiagram>> own =
        client
            .preparedQuery(DiagramSql.LIST_OF_MODEL)
            .execute(Tuple.of(modelId))
            .map(rows -> rows.stream().map(DiagramMapping::toDiagram).toList());
    return Uni.combine()
        .all()
        .unis(own, store.readOfModel(client, modelId))
        .with(DiagramMapping::withContents);
  }

  Uni<DfdDiagram> find(Caller caller, UUID modelId, UUID id, Role needed) {
    return findWithRole(caller, modelId, id, needed).map(Held::diagram);
  }

  Uni<Held> findWithRole(Caller caller, UUID modelId, UUID id, Role needed) {
    return pool.preparedQuery(DiagramSql.FIND)
        .execute(Tuple.of(modelId, caller.userId(), id))
        .map(rows -> found(rows.iterator().next(), modelId, id, needed));
  }

  Uni<Page<DfdDiagram>> list(Caller caller, UUID modelId, Window window, boolean deletedToo) {
    Tuple parameters =
        Tuple.of(modelId, caller.userId(), window.limit(), window.offset(), deletedToo);
    return pool.preparedQuery(DiagramSql.LIST)
        .execute(parameters)
        .map(rows -> page(rows, modelId, window, deletedToo));
  }

  Uni<DfdDiagram> create(
      SqlClient transaction, Caller caller, UUID modelId, UUID id, NewDiagram diagram) {
    Tuple parameters =
        recording
            .parameters(modelId, caller, 1)
            .addUUID(id)
            .addString(diagram.name())
            .addString(diagram.type())
            .addBoolean(caller.kind() != CallerKind.PERSON);
    return transaction
        .preparedQuery(DiagramSql.CREATE)
        .execute(parameters)
        .map(rows -> created(rows.iterator().next(), modelId));
  }

  Uni<DfdDiagram> update(SqlClient transaction, Caller caller, DiagramUpdate update) {
    Tuple parameters =
        recording
            .parameters(update.modelId(), caller, 1)
            .addUUID(update.stored().id())
            .addString(update.draft().columns(update.vectorAfter()).toString())
            .addInteger(update.stored().version())
            .addLong(update.vectorBefore())
            .addLong(update.vectorAfter());
    return transaction
        .preparedQuery(update.whole() ? DiagramSql.REPLACE : DiagramSql.PATCH)
        .execute(parameters)
        .map(rows -> updated(rows.iterator().next(), update));
  }

  Uni<Void> delete(SqlClient transaction, Caller caller, UUID modelId, UUID id) {
    return transaction
        .preparedQuery(DiagramSql.DELETE)
        .execute(recording.parameters(modelId, caller, 1).addUUID(id))
        .invoke(rows -> deleted(rows.iterator().next(), modelId, id))
        .replaceWithVoid();
  }

  /// The veto of whoever draws the diagram live, asked under the diagram row's lock. Starting a
  /// session takes the same lock, so neither overtakes the other.
  Guard guard() {
    return (transaction, diagramId) ->
        transaction
            .preparedQuery(DiagramSql.HOST)
            .execute(Tuple.of(diagramId))
            .invoke(rows -> {
              if (rows.size() > 0) {
                LiveSession.requireNone(true, rows.iterator().next().getString("host_name"));
              }
            })
            .replaceWithVoid();
  }

  void committed() {
    recording.committed();
  }

  private static Held found(Row row, UUID modelId, UUID id, Role needed) {
    Role role = Permission.require(row, modelId, needed);
    if (row.getUUID("id") == null) {
      throw Problem.notFound("diagram", id);
    }
    return new Held(DiagramMapping.toDiagram(row), role);
  }

  private static Page<DfdDiagram> page(
      RowSet<Row> rows, UUID modelId, Window window, boolean deletedToo) {
    Row first = rows.iterator().next();
    Role role = Permission.require(first, modelId, Role.READER);
    if (deletedToo && role != Role.OWNER && !first.getBoolean("administrator")) {
      throw Problem.forbidden("Deleted diagrams are shown to owners and administrators only");
    }
    List<DfdDiagram> diagrams =
        rows.stream()
            .filter(row -> row.getUUID("id") != null)
            .map(DiagramMapping::toDiagram)
            .toList();
    return new Page<>(diagrams, first.getLong("total"), window);
  }

  private static DfdDiagram created(Row row, UUID modelId) {
    Permission.require(row, modelId, Role.WRITER);
    if (row.getUUID("id") == null) {
      throw Problem.invalidInput(
          "A threat model holds at most " + DiagramSql.MAX_PER_MODEL + " diagrams");
    }
    return DiagramMapping.toDiagram(row);
  }

  private static DfdDiagram updated(Row row, DiagramUpdate update) {
    Permission.require(row, update.modelId(), Role.WRITER);
    if (row.getInteger("stored_version") == null) {
      throw Problem.notFound("diagram", update.stored().id());
    }
    LiveSession.requireNone(row.getBoolean("busy"), row.getString("host"));
    if (row.getUUID("id") == null) {
      throw Problem.versionMismatch(update.stored().version(), row.getInteger("stored_version"));
    }
    return DiagramMapping.toDiagram(row);
  }

  private static void deleted(Row row, UUID modelId, UUID id) {
    Permission.require(row, modelId, Role.OWNER);
    LiveSession.requireNone(row.getBoolean("busy"), row.getString("host"));
    if (row.getLong("gone") == 0) {
      throw Problem.notFound("diagram", id);
    }
  }
}
