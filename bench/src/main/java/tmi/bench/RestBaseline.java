package tmi.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/// What a careful hand would write with nothing but Vert.x: permission joined into the read, one
/// statement for a change with its audit and its event, and the lists that a whole threat model
/// carries asked in the same round trip. It trusts the caller's word for who he is, checks no
/// shapes and knows no versions: that is the distance being measured.
public final class RestBaseline {
  private static final String READ =
      """
      select m.*, (select max(a.role) from model.access a
                     join auth.principal p on p.principal = a.principal
                    where a.model_id = m.id and p.user_id = $2) as role,
             (select row_to_json(o)::jsonb from (select provider, provider_id, name, email
                from auth.account where id = m.owner_id) o) as owner,
             (select jsonb_agg(jsonb_build_object('provider', u.provider, 'provider_id',
                u.provider_id, 'display_name', u.name, 'email', u.email, 'role', a.role))
                from model.access_entries a join auth.account u on u.id = a.principal
               where a.threat_model_id = m.id) as access_list
        from model.threat_models m where m.id = $1 and m.deleted_at is null\
      """;

  private static final String CHANGE =
      """
      with old as (select * from model.threat_models where id = $1 for update),
      changed as (
        update model.threat_models m set name = $3, version = m.version + 1, modified_at = now()
          from old where m.id = old.id returning m.*),
      audited as (
        insert into audit.entry (id, threat_model_id, object_type, object_id, change_type, actor_id,
                                 actor, summary, before, after)
        select gen_random_uuid(), c.id, 'threat_model', c.id, 'patched', $2, '{}', 'name',
               to_jsonb(o), to_jsonb(c) from changed c, old o returning 1),
      told as (
        insert into event.log (id, stream, type, threat_model_id, object_type, object_id, owner_id,
                               actor_id, confidential, data)
        select gen_random_uuid(), c.id, 'threat_model.updated', c.id, 'threat_model', c.id,
               c.owner_id, $2, c.confidential, jsonb_build_object('name', c.name)
          from changed c, (select count(*) from audited) a returning 1)
      select c.* from changed c, (select count(*) from told) t\
      """;

  private static final String DIAGRAMS =
      "select * from model.diagrams where threat_model_id = $1 and deleted_at is null order by id";
  private static final String THREATS =
      "select * from model.threats where threat_model_id = $1 and deleted_at is null order by id";

  private final Pool pool;

  private RestBaseline(Pool pool) {
    this.pool = pool;
  }

  public static void main(String[] args) {
    Vertx vertx = Vertx.vertx();
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(System.getenv("DB_HOST"))
            .setPort(Integer.parseInt(System.getenv("DB_PORT")))
            .setDatabase(System.getenv("DB_NAME"))
            .setUser(System.getenv("DB_USERNAME"))
            .setPassword(System.getenv("DB_PASSWORD"))
            .setCachePreparedStatements(true);
    Pool pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(10))
            .connectingTo(options)
            .using(vertx)
            .build();
    RestBaseline baseline = new RestBaseline(pool);
    vertx
        .createHttpServer()
        .requestHandler(baseline::answer)
        .listen(Integer.parseInt(System.getenv("SERVER_PORT")), "127.0.0.1");
  }

  private void answer(HttpServerRequest request) {
    if (request.path().equals("/ready")) {
      request.response().end();
      return;
    }
    UUID id = UUID.fromString(request.path().substring("/threat_models/".length()));
    UUID caller = UUID.fromString(request.getHeader("Authorization").substring("Bearer ".length()));
    if (request.method() == HttpMethod.GET) {
      reply(request, READ, Tuple.of(id, caller));
    } else {
      request
          .body()
          .onSuccess(body -> {
            String name = new JsonArray(body).getJsonObject(0).getString("value");
            change(request, id, caller, name);
          });
    }
  }

  /// A patch needs the present state first: as the service, so the baseline.
  private void change(HttpServerRequest request, UUID id, UUID caller, String name) {
    pool.preparedQuery(READ)
        .execute(Tuple.of(id, caller))
        .onSuccess(rows -> reply(request, CHANGE, Tuple.of(id, caller, name)))
        .onFailure(e -> request.response().setStatusCode(500).end(String.valueOf(e)));
  }

  /// The statement and the lists, sent together.
  private void reply(HttpServerRequest request, String sql, Tuple parameters) {
    Tuple model = Tuple.of(parameters.getValue(0));
    pool.withConnection(connection ->
            Future.all(
                connection.preparedQuery(sql).execute(parameters),
                connection.preparedQuery(DIAGRAMS).execute(model),
                connection.preparedQuery(THREATS).execute(model)))
        .map(all ->
            json(all.<RowSet<Row>>resultAt(0).iterator().next())
                .put("diagrams", list(all.resultAt(1)))
                .put("threats", list(all.resultAt(2))))
        .onSuccess(json ->
            request.response().putHeader("Content-Type", "application/json").end(json.toBuffer()))
        .onFailure(e -> request.response().setStatusCode(500).end(String.valueOf(e)));
  }

  private static JsonArray list(RowSet<Row> rows) {
    JsonArray list = new JsonArray();
    rows.forEach(row -> list.add(json(row)));
    return list;
  }

  private static JsonObject json(Row row) {
    JsonObject json = new JsonObject();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.getValue(i);
      json.put(
          row.getColumnName(i),
          value instanceof JsonObject
                  || value instanceof JsonArray
                  || value == null
                  || value instanceof Number
                  || value instanceof Boolean
              ? value
              : value.toString());
    }
    return json;
  }
}
