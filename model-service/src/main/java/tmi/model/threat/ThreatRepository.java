package tmi.model.threat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.CallerKind;
import tmi.kernel.identity.Role;
import tmi.kernel.page.Page;
import tmi.kernel.problem.Problem;
import tmi.model.history.Recording;
import tmi.model.request.Conditions;
import tmi.model.sharing.Permission;
import tmi.service.id.IdSource;

/// Threats in the database. Every method is one round trip that also answers whether the caller
/// may.
@ApplicationScoped
public class ThreatRepository {
  private final Pool pool;
  private final Recording recording;
  private final IdSource ids;

  ThreatRepository(Pool pool, Recording recording, IdSource ids) {
    this.pool = pool;
    this.recording = recording;
    this.ids = ids;
  }

  /// All live threats of a model, for whoever was found to be a reader of it.
  public Uni<List<Threat>> listOfModel(SqlClient client, UUID modelId) {
    return client
        .preparedQuery(ThreatSql.LIST_OF_MODEL)
        .execute(Tuple.of(modelId))
        .map(rows -> rows.stream().map(ThreatMapping::toThreat).toList());
  }

  /// These threats, in the order asked for.
  Uni<List<Threat>> find(Caller caller, UUID modelId, List<UUID> ids, Role needed) {
    return pool.preparedQuery(ThreatSql.FIND)
        .execute(Tuple.of(modelId, caller.userId(), ids.toArray(UUID[]::new)))
        .map(rows -> found(rows, modelId, ids, needed));
  }

  Uni<Page<Threat>> list(Caller caller, UUID modelId, ThreatFilter filter) {
    Tuple parameters = Tuple.of(modelId, caller.userId());
    Conditions where = new Conditions(parameters);
    filter.addTo(where);
    String limit = where.bind(filter.window().limit());
    String offset = where.bind(filter.window().offset());
    return pool.preparedQuery(ThreatSql.list(where.sql(), filter.order().sql(), limit, offset))
        .execute(parameters)
        .map(rows -> page(rows, modelId, filter));
  }

  /// Makes threats of columns; one without an id gets its own.
  Uni<List<Threat>> create(Caller caller, UUID modelId, List<ObjectNode> threats) {
    threats.stream()
        .filter(threat -> !threat.hasNonNull("id"))
        .forEach(threat -> threat.put("id", ids.v7().toString()));
    Tuple parameters =
        recording
            .parameters(modelId, caller, threats.size())
            .addString(array(threats))
            .addBoolean(caller.kind() != CallerKind.PERSON);
    return pool.preparedQuery(ThreatSql.CREATE)
        .execute(parameters)
        .map(rows -> created(rows, modelId))
        .invoke(recording::committed);
  }

  /// Writes columns, all or none. `versions` are those that must be stored; null for whatever is.
  Uni<List<Threat>> write(
      String sql, Caller caller, UUID modelId, List<ObjectNode> threats, List<Integer> versions) {
    Tuple parameters =
        recording
            .parameters(modelId, caller, threats.size())
            .addString(array(threats))
            .addArrayOfInteger(versions == null ? null : versions.toArray(Integer[]::new));
    return pool.preparedQuery(sql)
        .execute(parameters)
        .map(rows -> written(rows, modelId, versions))
        .invoke(recording::committed);
  }

  Uni<Void> delete(Caller caller, UUID modelId, List<UUID> threats) {
    Tuple parameters =
        recording
            .parameters(modelId, caller, threats.size())
            .addArrayOfUUID(threats.toArray(UUID[]::new));
    return pool.preparedQuery(ThreatSql.DELETE)
        .execute(parameters)
        .invoke(rows -> {
          Row row = rows.iterator().next();
          Permission.require(row, modelId, Role.WRITER);
          if (row.getUUID("missing") != null) {
            throw Problem.notFound("threat", row.getUUID("missing"));
          }
        })
        .invoke(recording::committed)
        .replaceWithVoid();
  }

  private static String array(List<ObjectNode> threats) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    return array.addAll(threats).toString();
  }

  private static List<Threat> found(RowSet<Row> rows, UUID modelId, List<UUID> ids, Role needed) {
    Permission.require(rows.iterator().next(), modelId, needed);
    List<Threat> threats = threats(rows);
    for (UUID id : ids) {
      if (threats.stream().noneMatch(threat -> threat.id().equals(id))) {
        throw Problem.notFound("threat", id);
      }
    }
    return threats;
  }

  private static Page<Threat> page(RowSet<Row> rows, UUID modelId, ThreatFilter filter) {
    Row first = rows.iterator().next();
    Role role = Permission.require(first, modelId, Role.READER);
    if (filter.includeDeleted() && role != Role.OWNER && !first.getBoolean("administrator")) {
      throw Problem.forbidden("Deleted threats are shown to owners and administrators only");
    }
    return new Page<>(threats(rows), first.getLong("total"), filter.window());
  }

  private static List<Threat> created(RowSet<Row> rows, UUID modelId) {
    Row first = rows.iterator().next();
    Permission.require(first, modelId, Role.WRITER);
    requireNoStray(first);
    if (first.getUUID("id") == null) {
      throw Problem.invalidInput(
          "A threat model holds at most " + ThreatSql.MAX_PER_MODEL + " threats");
    }
    return threats(rows);
  }

  private static List<Threat> written(RowSet<Row> rows, UUID modelId, List<Integer> versions) {
    Row first = rows.iterator().next();
    Permission.require(first, modelId, Role.WRITER);
    if (first.getUUID("missing") != null) {
      throw Problem.notFound("threat", first.getUUID("missing"));
    }
    if (first.getInteger("stale") != null) {
      throw Problem.versionMismatch(versions.getFirst(), first.getInteger("stale"));
    }
    requireNoStray(first);
    return threats(rows);
  }

  private static List<Threat> threats(RowSet<Row> rows) {
    return rows.stream()
        .filter(row -> row.getUUID("id") != null)
        .map(ThreatMapping::toThreat)
        .toList();
  }

  private static void requireNoStray(Row row) {
    if (row.getUUID("stray") != null) {
      throw Problem.invalid("diagram_id", "names no diagram of this threat model");
    }
  }
}
