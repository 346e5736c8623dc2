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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tmi.kernel.id.EntityTag;
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

  Uni<Threat> find(Caller caller, UUID modelId, UUID id, Role needed) {
    return pool.preparedQuery(ThreatSql.FIND)
        .execute(Tuple.of(modelId, caller.userId(), id))
        .map(RowSet::iterator)
        .map(rows -> found(rows.next(), modelId, id, needed));
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

  Uni<List<Threat>> create(Caller caller, UUID modelId, List<ObjectNode> threats) {
    ArrayNode columns = JsonNodeFactory.instance.arrayNode().addAll(threats);
    UUID[] own = Stream.generate(ids::v7).limit(threats.size()).toArray(UUID[]::new);
    Tuple parameters =
        recording
            .parameters(modelId, caller, threats.size())
            .addString(columns.toString())
            .addArrayOfUUID(own)
            .addInteger(threats.size())
            .addBoolean(caller.kind() != CallerKind.PERSON);
    return pool.preparedQuery(ThreatSql.CREATE)
        .execute(parameters)
        .map(rows -> created(rows, modelId))
        .invoke(recording::committed);
  }

  Uni<Threat> replace(Caller caller, UUID modelId, UUID id, ObjectNode columns, EntityTag tag) {
    return update(ThreatSql.REPLACE, caller, modelId, id, columns, tag);
  }

  Uni<Threat> patch(Caller caller, UUID modelId, UUID id, ObjectNode columns, EntityTag tag) {
    return update(ThreatSql.PATCH, caller, modelId, id, columns, tag);
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

  private Uni<Threat> update(
      String sql, Caller caller, UUID modelId, UUID id, ObjectNode columns, EntityTag tag) {
    Tuple parameters =
        recording
            .parameters(modelId, caller, 1)
            .addUUID(id)
            .addString(columns.toString())
            .addInteger(tag instanceof EntityTag.Exactly(long version) ? (int) version : null);
    return pool.preparedQuery(sql)
        .execute(parameters)
        .map(rows -> updated(rows.iterator().next(), modelId, id, tag))
        .invoke(recording::committed);
  }

  private static Threat found(Row row, UUID modelId, UUID id, Role needed) {
    Permission.require(row, modelId, needed);
    if (row.getUUID("id") == null) {
      throw Problem.notFound("threat", id);
    }
    return ThreatMapping.toThreat(row);
  }

  private static Page<Threat> page(RowSet<Row> rows, UUID modelId, ThreatFilter filter) {
    Row first = rows.iterator().next();
    Role role = Permission.require(first, modelId, Role.READER);
    if (filter.includeDeleted() && role != Role.OWNER && !first.getBoolean("administrator")) {
      throw Problem.forbidden("Deleted threats are shown to owners and administrators only");
    }
    List<Threat> threats =
        rows.stream()
            .filter(row -> row.getUUID("id") != null)
            .map(ThreatMapping::toThreat)
            .toList();
    return new Page<>(threats, first.getLong("total"), filter.window());
  }

  private static List<Threat> created(RowSet<Row> rows, UUID modelId) {
    Row first = rows.iterator().next();
    Permission.require(first, modelId, Role.WRITER);
    requireNoStray(first);
    if (first.getUUID("id") == null) {
      throw Problem.invalidInput(
          "A threat model holds at most " + ThreatSql.MAX_PER_MODEL + " threats");
    }
    List<Threat> threats = new ArrayList<>(rows.size());
    rows.forEach(row -> threats.add(ThreatMapping.toThreat(row)));
    return threats;
  }

  private static Threat updated(Row row, UUID modelId, UUID id, EntityTag tag) {
    Permission.require(row, modelId, Role.WRITER);
    if (row.getInteger("stored_version") == null) {
      throw Problem.notFound("threat", id);
    }
    tag.requireMatch(row.getInteger("stored_version"));
    requireNoStray(row);
    return ThreatMapping.toThreat(row);
  }

  private static void requireNoStray(Row row) {
    if (row.getUUID("stray") != null) {
      throw Problem.invalid("diagram_id", "names no diagram of this threat model");
    }
  }
}
