package tmi.diagram.store.content;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.UUID;

/// The caller's veto, asked under the diagram row's lock and before anything is read: fails the
/// `Uni` to refuse, for instance while a live session holds the diagram. It must send its statement
/// when it is subscribed to.
@FunctionalInterface
public interface Guard {
  /// Nobody objects.
  Guard NONE = (transaction, diagramId) -> Uni.createFrom().voidItem();

  Uni<Void> check(SqlClient transaction, UUID diagramId);
}
