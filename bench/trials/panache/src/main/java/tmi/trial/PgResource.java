package tmi.trial;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;

/// The plain client: the right joined into the read; change, audit and event in one statement.
@Path("/pg/{model}/{id}")
public class PgResource {
  private static final String PERMISSION =
      """
      with permission as (
        select m.id as model_id, m.owner_id, m.confidential,
               (select max(a.role) from model.access a
                  join auth.principal p on p.principal = a.principal
                 where a.model_id = m.id and p.user_id = $2) as role
          from model.threat_models m where m.id = $1 and m.deleted_at is null)""";

  private static final String FIND =
      PERMISSION
          + """
           select p.role, t.* from permission p left join model.threats t
             on t.id = $3 and t.threat_model_id = p.model_id and t.deleted_at is null""";

  private static final String UPDATE =
      PERMISSION
          + """
          , old as (
            select t.* from model.threats t join permission p on p.model_id = t.threat_model_id
             where p.role >= 2 and t.id = $3 and t.version = $5 for update of t),
          changed as (
            update model.threats t set name = $4, version = t.version + 1, modified_at = now()
              from old o where t.id = o.id returning t.*),
          recorded as (
            insert into audit.entry (id, threat_model_id, object_type, object_id, change_type,
                                     actor_id, actor, before, after)
            select gen_random_uuid(), $1, 'threat', c.id, 'patched', $2, '{}', to_jsonb(o),
                   to_jsonb(c) from changed c, old o returning 1),
          told as (
            insert into event.log (id, stream, type, threat_model_id, object_type, object_id,
                                   owner_id, actor_id, confidential, data)
            select gen_random_uuid(), $1, 'threat.updated', $1, 'threat', c.id, p.owner_id, $2,
                   p.confidential, jsonb_build_object('name', c.name)
              from changed c, permission p where exists (select from recorded) returning 1)
          select p.role, t.* from permission p left join changed t
            on (select count(*) from told) > 0""";

  private final Pool pool;

  PgResource(Pool pool) {
    this.pool = pool;
  }

  @GET
  public Uni<Threat> get(UUID model, UUID id, @HeaderParam("X-User") UUID user) {
    return find(model, id, user);
  }

  @PATCH
  public Uni<Threat> patch(
      UUID model, UUID id, @HeaderParam("X-User") UUID user, Patch patch) {
    return find(model, id, user)
        .chain(
            threat ->
                pool.preparedQuery(UPDATE)
                    .execute(Tuple.of(model, user, id, patch.name(), threat.version()))
                    .map(rows -> threat(rows.iterator().next())))
        .onFailure(WebApplicationException.class)
        .retry()
        .atMost(9);
  }

  private Uni<Threat> find(UUID model, UUID id, UUID user) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(model, user, id))
        .map(rows -> threat(rows.iterator().next()));
  }

  private static Threat threat(Row r) {
    if (r.getInteger("role") == null || r.getUUID("id") == null) {
      throw new WebApplicationException(409);
    }
    return new Threat(
        r.getUUID("id"), r.getUUID("threat_model_id"), r.getInteger("alias"), r.getString("name"),
        r.getString("description"), r.getString("mitigation"), r.getString("severity"),
        r.getString("priority"), r.getString("status"), r.getBoolean("mitigated"),
        r.getString("issue_uri"), r.getInteger("version"), r.getOffsetDateTime("created_at"),
        r.getOffsetDateTime("modified_at"));
  }

  public record Patch(String name) {}
}
