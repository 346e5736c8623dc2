package tmi.collab.room;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import tmi.diagram.operation.Applied;
import tmi.diagram.store.content.Closing;
import tmi.service.id.IdSource;

/// Appends one `diagram.updated` for a group, in its transaction and as its last statement, which
/// also reads what the event says about the model: nothing may wait under the stream's head.
@ApplicationScoped
class EventAppenderRepository implements Closing {
  private static final String APPEND =
      """
      insert into event.log (id, stream, type, threat_model_id, object_type, object_id, owner_id,
                             actor_id, confidential, data)
      select $1, $2, 'diagram.updated', $2, 'diagram', $3, m.owner_id, $4, m.confidential,
             jsonb_build_object('name', d.name)
        from model.model_card m
        join model.diagram_card d on d.model_id = m.model_id and d.diagram_id = $3
       where m.model_id = $2\
      """;

  private final IdSource ids;

  EventAppenderRepository(IdSource ids) {
    this.ids = ids;
  }

  @Override
  public Uni<Void> append(
      SqlConnection transaction, UUID diagramId, UUID modelId, List<Applied> applied) {
    return transaction
        .preparedQuery(APPEND)
        .execute(Tuple.of(ids.v7(), modelId, diagramId, applied.getLast().author()))
        .replaceWithVoid();
  }
}
