package tmi.model.metadata;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.Role;
import tmi.kernel.problem.Problem;
import tmi.model.history.Recording;
import tmi.model.sharing.Permission;

/// Pairs in the database. Every method is one round trip that also answers whether the caller may.
@ApplicationScoped
public class MetadataRepository {
  private final Pool pool;
  private final Recording recording;

  MetadataRepository(Pool pool, Recording recording) {
    this.pool = pool;
    this.recording = recording;
  }

  Uni<JsonObject> find(Caller caller, Place place) {
    return pool.preparedQuery(MetadataSql.find(place.parent()))
        .execute(Tuple.of(place.modelId(), caller.userId(), place.id()))
        .map(rows -> {
          Row row = rows.iterator().next();
          requirePlace(row, place, Role.READER);
          return row.getJsonObject("metadata");
        });
  }

  /// All pairs after the change.
  Uni<JsonObject> change(
      Caller caller, Place place, Change change, Map<String, String> pairs, Set<String> keys) {
    Tuple parameters =
        recording
            .parameters(place.modelId(), caller, 1)
            .addUUID(place.id())
            .addString(Pairs.toJson(pairs).toString())
            .addArrayOfString(keys.toArray(String[]::new))
            .addInteger(Pairs.MAX);
    return pool.preparedQuery(MetadataSql.change(place.parent(), change))
        .execute(parameters)
        .map(rows -> changed(rows.iterator().next(), place, change, keys))
        .invoke(recording::committed);
  }

  private static JsonObject changed(Row row, Place place, Change change, Set<String> keys) {
    requirePlace(row, place, Role.WRITER);
    JsonObject after = row.getJsonObject("after");
    if (after != null) {
      return after;
    }
    JsonObject before = row.getJsonObject("before");
    for (String key : keys) {
      if (change == Change.ADD && before.containsKey(key)) {
        throw Problem.conflict("conflict", "The key " + key + " exists already");
      }
      if ((change == Change.SET || change == Change.REMOVE) && !before.containsKey(key)) {
        throw Problem.notFound("metadata key", key);
      }
    }
    throw Problem.invalidInput("An object holds at most " + Pairs.MAX + " metadata entries");
  }

  private static void requirePlace(Row row, Place place, Role needed) {
    Permission.require(row, place.modelId(), needed);
    if (row.getUUID("id") == null) {
      throw Problem.notFound(place.parent().word(), place.id());
    }
  }
}
