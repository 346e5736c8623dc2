package tmi.collab.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import tmi.kernel.identity.BuiltInGroup;
import tmi.kernel.identity.Role;

/// What one person may do with one threat model.
@ApplicationScoped
class AccessRepository {
  private static final String RIGHT =
      """
      select exists (select 1 from model.model_card m where m.model_id = $1) as known,
             exists (select 1 from model.diagram_card d
                      where d.diagram_id = $3 and d.model_id = $1) as has_diagram,
             (select max(a.role) from auth.principal p
                join model.access a on a.principal = p.principal
               where p.user_id = $2 and a.model_id = $1) as role,
             exists (select 1 from auth.principal p
                      where p.user_id = $2 and p.principal = $4) as administrator\
      """;

  private final Pool pool;

  AccessRepository(Pool pool) {
    this.pool = pool;
  }

  /// In one round trip: is there such a model, has it that diagram, and what may this person do.
  Uni<Right> right(UUID modelId, UUID userId, UUID diagramId) {
    return pool.preparedQuery(RIGHT)
        .execute(Tuple.of(modelId, userId, diagramId, BuiltInGroup.ADMINISTRATORS.id()))
        .map(rows -> rows.iterator().next())
        .map(row ->
            new Right(
                row.getBoolean("known"),
                row.getBoolean("has_diagram"),
                Role.ofRank(row.getShort("role")),
                row.getBoolean("administrator")));
  }

  record Right(
      boolean modelKnown, boolean hasDiagram, Optional<Role> role, boolean administrator) {}
}
