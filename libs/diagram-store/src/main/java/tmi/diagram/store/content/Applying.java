package tmi.diagram.store.content;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tmi.diagram.operation.Applied;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.Intent;
import tmi.diagram.operation.Outcome;
import tmi.diagram.rule.Reason;
import tmi.diagram.rule.Refusal;
import tmi.diagram.store.log.OperationLog;

/// Applies groups and deals with what can go wrong around them. Each try begins by taking the lock
/// and looking for the operation ids in the log, so trying again is always safe, and a commit whose
/// answer was lost is found by it (the lock waits for its end).
final class Applying {
  private static final Logger LOG = System.getLogger(Applying.class.getName());
  private static final int TRIES = 4;

  private final Pool pool;
  private final UUID diagramId;
  private final Closing closing;

  /// What was sent with a COMMIT whose answer did not come: found in the log later, it is this
  /// call's own work and not a repetition.
  private final Set<UUID> unanswered = new HashSet<>();

  Applying(Pool pool, UUID diagramId, Closing closing) {
    this.pool = pool;
    this.diagramId = diagramId;
    this.closing = closing;
  }

  /// All of them, in order.
  Uni<List<Outcome>> apply(List<Batch> batches) {
    return inOrder(groups(batches));
  }

  /// Runs of edits go together; undo and redo go alone.
  private static List<List<Batch>> groups(List<Batch> batches) {
    List<List<Batch>> groups = new ArrayList<>();
    boolean open = false;
    for (Batch batch : batches) {
      boolean edit = batch.intent() instanceof Intent.Edit;
      if (edit && open) {
        groups.getLast().add(batch);
      } else {
        groups.add(new ArrayList<>(List.of(batch)));
      }
      open = edit;
    }
    return groups;
  }

  private Uni<List<Outcome>> inOrder(List<List<Batch>> groups) {
    Uni<List<Outcome>> all = Uni.createFrom().item(List.of());
    for (List<Batch> group : groups) {
      all = all.chain(before -> attempt(group, TRIES).map(now -> joined(before, now)));
    }
    return all;
  }

  private static List<Outcome> joined(List<Outcome> before, List<Outcome> now) {
    List<Outcome> all = new ArrayList<>(before);
    all.addAll(now);
    return all;
  }

  private Uni<List<Outcome>> attempt(List<Batch> group, int tries) {
    return once(group).onFailure().recoverWithUni(failure -> again(group, tries - 1, failure));
  }

  /// Who stops waiting for a group does not stop it: the pool gives the connection and takes it
  /// back only when the transaction has ended, one way or the other. A cancelled transaction would
  /// go back open, with the diagram's lock, and carry the next user's statements.
  private Uni<List<Outcome>> once(List<Batch> group) {
    return pool.withConnection(
        connection -> run(connection, group).onFailure().call(failure -> rollback(connection)));
  }

  private Uni<List<Outcome>> run(SqlConnection connection, List<Batch> group) {
    GroupWriting writing = new GroupWriting(connection, diagramId, group, this::append);
    Uni<List<Outcome>> outcomes =
        group.getFirst().intent() instanceof Intent.Edit ? writing.edits() : writing.inverse();
    return outcomes.map(all -> all.stream().map(this::own).toList());
  }

  private Uni<Void> append(
      SqlConnection transaction, UUID diagram, UUID model, List<Applied> applied) {
    applied.forEach(each -> unanswered.add(each.operationId()));
    return closing.append(transaction, diagram, model, applied);
  }

  private Outcome own(Outcome outcome) {
    return outcome instanceof Outcome.Duplicate(Applied applied)
            && unanswered.contains(applied.operationId())
        ? new Outcome.Stored(applied)
        : outcome;
  }

  /// A connection goes back to the pool without a transaction; a dead one cannot and need not.
  private static Uni<Void> rollback(SqlConnection connection) {
    return connection.query("rollback").execute().replaceWithVoid().onFailure().recoverWithNull();
  }

  private Uni<List<Outcome>> again(List<Batch> group, int tries, Throwable failure) {
    Failure kind = Failure.of(failure);
    if (!kind.isRefusal()) {
      return tries > 0 ? attempt(group, tries) : Uni.createFrom().failure(failure);
    }
    if (kind == Failure.BROKEN && tries > 0) {
      return attempt(group, tries);
    }
    if (group.size() > 1) {
      return inOrder(group.stream().map(List::of).toList());
    }
    LOG.log(Level.WARNING, "operation not stored diagram=" + diagramId, failure);
    return refuse(group.getFirst());
  }

  /// What fails alone is refused, unless it is in the log after all.
  private Uni<List<Outcome>> refuse(Batch batch) {
    return OperationLog.recorded(pool, diagramId, List.of(batch.operationId()))
        .chain(recorded ->
            recorded.containsKey(batch.operationId())
                ? attempt(List.of(batch), TRIES)
                : OperationLog.heads(pool, List.of(diagramId))
                    .map(heads -> List.of(refused(heads.getOrDefault(diagramId, 0L)))));
  }

  private static Outcome refused(long head) {
    Refusal refusal =
        new Refusal(
            Reason.VALIDATION_FAILED,
            "save_failed",
            "the operation could not be stored",
            List.of(),
            true);
    return new Outcome.Refused(refusal, head);
  }
}
