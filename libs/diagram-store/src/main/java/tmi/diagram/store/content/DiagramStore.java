package tmi.diagram.store.content;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.Outcome;
import tmi.diagram.store.log.OperationLog;
import tmi.diagram.store.log.Replay;

/// The content of diagrams: the one door to the schema `diagram`.
///
/// PostgreSQL is the sequencer: each write takes the diagram row's lock, looks, writes cells and
/// log, raises the vector and commits. Safe to call from any replica at any time. Methods with a
/// `transaction` parameter run inside the caller's; the others take a connection of the pool.
public final class DiagramStore {
  /// Whole diagrams that are read at a time; each may be 16 MiB.
  private static final int READS = 3;

  private final Pool pool;
  private final Turns reads = new Turns(READS);

  public DiagramStore(Pool pool) {
    this.pool = pool;
  }

  /// Makes an empty diagram with vector 0.
  public Uni<Void> create(SqlClient transaction, UUID diagramId, UUID modelId) {
    return DiagramRow.create(transaction, diagramId, modelId);
  }

  /// Removes content and log of these diagrams; unknown ids are nothing to do.
  public Uni<Void> delete(SqlClient transaction, Collection<UUID> diagramIds) {
    return DiagramRow.delete(transaction, diagramIds);
  }

  /// Takes the diagram row's lock until the transaction ends and gives the vector; empty when there
  /// is no such diagram. Starting a live session takes it, so that it never overtakes a REST write.
  public Uni<Optional<Long>> lock(SqlClient transaction, UUID diagramId) {
    return DiagramRow.lock(transaction, diagramId).map(row -> row.map(DiagramRow::vector));
  }

  /// The same locks of many diagrams in one statement; unknown ids are nothing to do.
  public Uni<Void> lockAll(SqlClient transaction, Collection<UUID> diagramIds) {
    return DiagramRow.lockAll(transaction, diagramIds);
  }

  /// Vector and cells of one moment; empty when there is no such diagram.
  public Uni<Optional<DiagramContent>> read(UUID diagramId) {
    return read(pool, diagramId);
  }

  /// The same on a connection of the caller.
  public Uni<Optional<DiagramContent>> read(SqlClient client, UUID diagramId) {
    return Reading.read(client, diagramId);
  }

  /// The same as text, for handing on; a few at a time, as diagrams may be large.
  public Uni<Optional<DiagramText>> readText(UUID diagramId) {
    return reads.inTurn(() -> Reading.text(pool, diagramId));
  }

  /// Vector and cells of all diagrams of a model, deleted ones too, in one statement.
  public Uni<Map<UUID, DiagramContent>> readOfModel(SqlClient client, UUID modelId) {
    return Reading.readOfModel(client, modelId);
  }

  /// As [#readText(UUID)], and in the same statement remembers that this sign-in was given that
  /// state (only upwards). For a GET of one who may write.
  public Uni<Optional<DiagramText>> readTextFor(UUID diagramId, String signIn) {
    return reads.inTurn(() -> Reading.textFor(pool, diagramId, signIn));
  }

  /// Remembers that this sign-in was given the state of this number (only upwards). Of a caller
  /// without a sign-in (null) nothing is remembered.
  public Uni<Void> remember(SqlClient client, UUID diagramId, String signIn, long vector) {
    return Reading.remember(client, diagramId, signIn, vector);
  }

  /// Applies a group: all batches in this order under one lock and one commit, each alone when the
  /// group fails. Outcomes stand in the order of the batches, and what they say is committed.
  /// Refusals and no-ops do not hold up the others. A failed `Uni` means that the database could
  /// not be asked: nothing is known, and the same batches may be sent again, as operation ids make
  /// that safe.
  public Uni<List<Outcome>> apply(UUID diagramId, List<Batch> batches, Closing closing) {
    return new Applying(pool, diagramId, closing).apply(batches);
  }

  /// Writes a whole list of cells inside the caller's transaction: lock, guard, merge, log. Fails
  /// with `tmi.diagram.rule.Refused` when the rules say no (roll back then); empty when there is no
  /// such diagram. The caller appends audit and event after it and commits.
  public Uni<Optional<Written>> write(
      SqlClient transaction, UUID diagramId, CellsWrite write, Guard guard) {
    return new ListWriting(transaction, diagramId, write).run(guard);
  }

  /// What was applied after a number, for replay; empty when there is no such diagram.
  public Uni<Optional<Replay>> since(UUID diagramId, long after, int limit) {
    return OperationLog.since(pool, diagramId, after, limit);
  }

  /// The numbers of the last operations of these diagrams, in one query; unknown ids are left out.
  public Uni<Map<UUID, Long>> heads(Collection<UUID> diagramIds) {
    return OperationLog.heads(pool, diagramIds);
  }
}
