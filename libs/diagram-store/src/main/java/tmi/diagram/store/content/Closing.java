package tmi.diagram.store.content;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import tmi.diagram.operation.Applied;

/// The caller's last statement of the transaction: appending the event of a group. It must send its
/// statement when it is subscribed to and wait for nothing before, as COMMIT follows at once.
@FunctionalInterface
public interface Closing {
  /// Nothing to append.
  Closing NONE = (transaction, diagramId, modelId, applied) -> Uni.createFrom().voidItem();

  /// Appends what must be true together with these operations.
  Uni<Void> append(SqlConnection transaction, UUID diagramId, UUID modelId, List<Applied> applied);
}
