package tmi.diagram.store.content;

import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;
import tmi.diagram.merge.Merging;
import tmi.diagram.merge.Placed;
import tmi.diagram.store.log.Entry;
import tmi.diagram.store.log.LogWriting;

/// Turns a finished merge into statements: cells, log, vector.
final class Storing {
  private Storing() {}

  /// Adds the statements; those that have nothing to do are left out.
  static void addTo(
      Pipeline pipeline,
      SqlClient transaction,
      UUID diagramId,
      Merging merging,
      List<Entry> entries) {
    List<Placed> kept = CellRows.kept(merging.rows());
    List<UUID> gone = CellRows.gone(merging.rows());
    if (!kept.isEmpty()) {
      pipeline.then(CellRows.put(transaction, diagramId, kept));
    }
    if (!gone.isEmpty()) {
      pipeline.then(CellRows.delete(transaction, diagramId, gone));
    }
    pipeline.then(LogWriting.operations(transaction, diagramId, entries));
    if (entries.stream().anyMatch(entry -> !entry.accepted().changes().isEmpty())) {
      pipeline.then(LogWriting.cells(transaction, diagramId, entries));
    }
    pipeline.then(DiagramRow.raise(transaction, diagramId, merging.sheet()));
  }
}
