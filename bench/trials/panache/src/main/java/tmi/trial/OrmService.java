package tmi.trial;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.ForbiddenException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Panache as the house uses it for ordinary aggregates: the right by a native query, the row
/// managed, audit and event as native queries of the same session.
@ApplicationScoped
public class OrmService implements PanacheRepositoryBase<ThreatEntity, UUID> {
  private static final String ROLE =
      "select max(a.role) from model.access a join auth.principal p on p.principal = a.principal"
          + " where a.model_id = ?1 and p.user_id = ?2";
  private static final String AUDIT =
      "insert into audit.entry (id, threat_model_id, object_type, object_id, change_type, actor_id,"
          + " actor, before, after) values (gen_random_uuid(), ?1, 'threat', ?2, 'patched', ?3,"
          + " '{}', jsonb_build_object('name', cast(?4 as text)),"
          + " jsonb_build_object('name', cast(?5 as text)))";
  private static final String EVENT =
      "insert into event.log (id, stream, type, threat_model_id, object_type, object_id, owner_id,"
          + " actor_id, confidential, data) select gen_random_uuid(), ?1, 'threat.updated', ?1,"
          + " 'threat', ?2, m.owner_id, ?3, m.confidential,"
          + " jsonb_build_object('name', cast(?4 as text)) from model.threat_models m where m.id = ?1";

  @WithSession
  public Uni<Threat> get(UUID model, UUID id, UUID user) {
    return require(model, user, 1).chain(() -> findById(id)).map(Threat::of);
  }

  public Uni<Threat> patch(UUID model, UUID id, UUID user, String name) {
    return Uni.createFrom()
        .deferred(() -> attempt(model, id, user, name))
        .onFailure(OptimisticLockException.class)
        .retry()
        .atMost(9);
  }

  @WithTransaction
  Uni<Threat> attempt(UUID model, UUID id, UUID user, String name) {
    return require(model, user, 2)
        .chain(() -> findById(id))
        .call(
            threat -> {
              String before = threat.name;
              threat.name = name;
              threat.modifiedAt = OffsetDateTime.now();
              return getSession()
                  .chain(Mutiny.Session::flush)
                  .chain(() -> run(AUDIT, model, id, user, before, name))
                  .chain(() -> run(EVENT, model, id, user, name));
            })
        .map(Threat::of);
  }

  private Uni<Void> require(UUID model, UUID user, int role) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(ROLE, Short.class)
                    .setParameter(1, model)
                    .setParameter(2, user)
                    .getSingleResultOrNull())
        .invoke(
            held -> {
              if (held == null || held < role) {
                throw new ForbiddenException();
              }
            })
        .replaceWithVoid();
  }

  private Uni<Integer> run(String sql, Object... parameters) {
    return getSession()
        .chain(
            session -> {
              var query = session.createNativeQuery(sql);
              for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
              }
              return query.executeUpdate();
            });
  }
}
