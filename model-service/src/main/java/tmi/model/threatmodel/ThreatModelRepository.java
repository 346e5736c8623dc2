package tmi.model.threatmodel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.Role;
import tmi.kernel.problem.Problem;
import tmi.model.history.Recording;
import tmi.model.metadata.Pairs;
import tmi.model.sharing.AccessEntry;
import tmi.model.sharing.AccessList;
import tmi.model.sharing.Permission;
import tmi.service.wake.Wake;

/// Single models in the database. Every method is one round trip on the caller's connection that
/// also answers whether the caller may.
@ApplicationScoped
public class ThreatModelRepository {
  private final Recording recording;
  private final Wake wake;

  ThreatModelRepository(Recording recording, Wake wake) {
    this.recording = recording;
    this.wake = wake;
  }

  Uni<Held> find(SqlClient client, Caller caller, UUID id) {
    return client
        .preparedQuery(ThreatModelSql.FIND)
        .execute(Tuple.of(id, caller.userId()))
        .map(rows -> {
          Row row = rows.iterator().next();
          Role role = Permission.require(row, id, Role.READER);
          return new Held(ThreatModelMapping.toModel(row), role);
        });
  }

  Uni<StoredModel> findToChange(SqlClient client, Caller caller, UUID id) {
    return client
        .preparedQuery(ThreatModelSql.FIND_TO_CHANGE)
        .execute(Tuple.of(id, caller.userId()))
        .map(rows -> {
          Row row = rows.iterator().next();
          Role role = Permission.require(row, id, Role.WRITER);
          return ThreatModelMapping.toStored(row, role);
        });
  }

  Uni<ThreatModel> create(
      SqlClient client, Caller caller, UUID id, Draft draft, boolean confidential) {
    Tuple parameters =
        recording
            .parameters(id, caller, 1)
            .addString(columns(draft).toString())
            .addBoolean(confidential);
    addAccess(parameters, draft.access().orElseThrow());
    return client
        .preparedQuery(ThreatModelSql.CREATE)
        .execute(parameters)
        .map(rows -> ThreatModelMapping.toModel(rows.iterator().next()))
        .invoke(recording::committed);
  }

  Uni<ThreatModel> replace(SqlClient client, Caller caller, StoredModel stored, Draft draft) {
    String sql =
        draft.access().isPresent() ? ThreatModelSql.REPLACE_AND_SHARE : ThreatModelSql.REPLACE;
    return write(sql, client, caller, stored, draft);
  }

  Uni<ThreatModel> patch(SqlClient client, Caller caller, StoredModel stored, Draft draft) {
    String sql = draft.access().isPresent() ? ThreatModelSql.PATCH_AND_SHARE : ThreatModelSql.PATCH;
    return write(sql, client, caller, stored, draft);
  }

  /// The ids of the live diagrams, for an owner who is about to delete the model.
  Uni<List<UUID>> diagrams(SqlClient transaction, Caller caller, UUID id) {
    return transaction
        .preparedQuery(DeleteSql.DIAGRAMS)
        .execute(Tuple.of(id, caller.userId()))
        .map(rows -> {
          Permission.require(rows.iterator().next(), id, Role.OWNER);
          return rows.stream().map(row -> row.getUUID("id")).filter(Objects::nonNull).toList();
        });
  }

  /// Deletes, after the diagrams' rows were locked.
  Uni<Void> delete(SqlClient transaction, Caller caller, UUID id) {
    return transaction
        .preparedQuery(DeleteSql.DELETE)
        .execute(recording.parameters(id, caller, 1))
        .invoke(rows -> deleted(rows, id))
        .replaceWithVoid();
  }

  /// Tells the others, after the commit: of the change, and of access that was taken away.
  void committed(boolean accessChanged) {
    recording.committed();
    if (accessChanged) {
      wake.call(Wake.REVOCATION);
    }
  }

  private Uni<ThreatModel> write(
      String sql, SqlClient client, Caller caller, StoredModel stored, Draft draft) {
    UUID id = stored.shown().id();
    Tuple parameters =
        recording
            .parameters(id, caller, 1)
            .addString(columns(draft).toString())
            .addInteger(stored.shown().version());
    draft.access().ifPresent(list -> addAccess(parameters, list));
    return client
        .preparedQuery(sql)
        .execute(parameters)
        .map(rows -> written(rows.iterator().next(), stored))
        .invoke(() -> committed(draft.access().isPresent()));
  }

  private static ThreatModel written(Row row, StoredModel stored) {
    UUID id = stored.shown().id();
    Permission.require(row, id, Role.WRITER);
    if (row.getUUID("id") == null) {
      throw Problem.versionMismatch(stored.shown().version(), row.getInteger("stored_version"));
    }
    return ThreatModelMapping.toModel(row);
  }

  private static void deleted(RowSet<Row> rows, UUID id) {
    Row row = rows.iterator().next();
    Permission.require(row, id, Role.OWNER);
    if (row.getBoolean("busy")) {
      throw Problem.conflict(
          "conflict",
          "A diagram of this threat model has a live session (host "
              + row.getString("host")
              + "); end it first");
    }
  }

  private static void addAccess(Tuple parameters, AccessList list) {
    List<AccessEntry> entries = list.entries();
    parameters
        .addArrayOfUUID(entries.stream().map(AccessEntry::principal).toArray(UUID[]::new))
        .addArrayOfString(entries.stream().map(e -> e.kind().word()).toArray(String[]::new))
        .addArrayOfInteger(entries.stream().map(e -> e.role().rank()).toArray(Integer[]::new));
  }

  private static ObjectNode columns(Draft draft) {
    ObjectNode columns =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", draft.name())
            .put("description", draft.description())
            .put("framework", draft.framework())
            .put("issue_uri", draft.issueUri())
            .put("status", draft.status())
            .put("owner_id", text(draft.ownerId()))
            .put("security_reviewer_id", text(draft.reviewerId()))
            .put("project_id", text(draft.projectId()));
    columns.set("metadata", Pairs.toJson(draft.metadata()));
    return columns;
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }
}
