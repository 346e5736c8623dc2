package tmi.auth.account;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// The rows of `auth.preferences`.
@ApplicationScoped
class PreferencesRepository {
  private static final String FIND = "select document from auth.preferences where user_id = $1";
  private static final String ADD =
      """
      insert into auth.preferences (user_id, document)
      select u.id, $2 from auth.users u where u.id = $1
      on conflict do nothing
      """;
  private static final String PUT =
      """
      insert into auth.preferences (user_id, document)
      select u.id, $2 from auth.users u where u.id = $1
      on conflict (user_id) do update set document = excluded.document, modified_at = now()
      """;
  private final Pool pool;

  PreferencesRepository(Pool pool) {
    this.pool = pool;
  }

  /// Empty for a person who never stored any.
  Uni<Map<String, Map<String, Object>>> find(UUID userId) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(userId))
        .map(rows -> rows.rowCount() == 0 ? Map.of() : byClient(rows.iterator().next()));
  }

  /// False when there are some already.
  Uni<Boolean> add(UUID userId, JsonObject document) {
    return write(ADD, userId, document);
  }

  /// False when the person is gone.
  Uni<Boolean> put(UUID userId, JsonObject document) {
    return write(PUT, userId, document);
  }

  private Uni<Boolean> write(String sql, UUID userId, JsonObject document) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(userId, document))
        .map(rows -> rows.rowCount() == 1);
  }

  private static Map<String, Map<String, Object>> byClient(Row row) {
    JsonObject document = row.getJsonObject("document");
    Map<String, Map<String, Object>> byClient = new LinkedHashMap<>();
    document
        .fieldNames()
        .forEach(name -> byClient.put(name, document.getJsonObject(name).getMap()));
    return byClient;
  }
}
