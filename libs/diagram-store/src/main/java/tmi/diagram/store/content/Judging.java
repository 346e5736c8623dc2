package tmi.diagram.store.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.merge.Accepted;
import tmi.diagram.merge.Done;
import tmi.diagram.merge.Merging;
import tmi.diagram.operation.Applied;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.Intent;
import tmi.diagram.operation.Outcome;
import tmi.diagram.rule.Refusal;
import tmi.diagram.rule.Refused;
import tmi.diagram.store.log.BodyHash;
import tmi.diagram.store.log.Entry;
import tmi.diagram.store.log.Kind;
import tmi.diagram.store.log.Recorded;

/// Decides what becomes of each batch of a group, in order, under the lock. Plain: all that it
/// needs has been read.
final class Judging {
  private final Merging merging;
  private final Map<UUID, Recorded> recorded;
  private final long floor;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  Judging(Merging merging, Map<UUID, Recorded> recorded, long floor) {
    this.merging = merging;
    this.recorded = new HashMap<>(recorded);
    this.floor = floor;
  }

  /// Judges a batch. For undo and redo the candidates stand in order, latest first.
  void judge(Batch batch, List<Done> candidates) {
    try {
      outcomes.add(outcome(batch, candidates));
    } catch (Refused refused) {
      outcomes.add(new Outcome.Refused(refused.refusal(), merging.sheet().head()));
    }
  }

  private Outcome outcome(Batch batch, List<Done> candidates) {
    Recorded before = recorded.get(batch.operationId());
    String hash = BodyHash.of(batch.intent());
    if (before != null) {
      return repeated(batch, hash, before);
    }
    Optional<Accepted> accepted =
        switch (batch.intent()) {
          case Intent.Edit edit -> edit(batch, edit);
          case Intent.Undo undo -> merging.invert(batch.operationId(), batch.author(), candidates);
          case Intent.Redo redo -> merging.invert(batch.operationId(), batch.author(), candidates);
        };
    if (accepted.isEmpty()) {
      return batch.intent() instanceof Intent.Edit
          ? new Outcome.NoChange(merging.sheet().head())
          : new Outcome.NothingLeft(merging.sheet().head());
    }
    Applied applied = accepted.get().applied();
    entries.add(new Entry(accepted.get(), kind(batch.intent()), hash));
    recorded.put(batch.operationId(), new Recorded(applied, hash));
    return new Outcome.Stored(applied);
  }

  private static Outcome repeated(Batch batch, String hash, Recorded before) {
    if (before.applied().author().equals(batch.author()) && before.bodyHash().equals(hash)) {
      return new Outcome.Duplicate(before.applied());
    }
    throw new Refused(
        Refusal.invalid(
            "operation_id_reused", "operation_id was used before for another operation"));
  }

  private Optional<Accepted> edit(Batch batch, Intent.Edit edit) {
    if (edit.baseVector() < floor) {
      throw new Refused(
          Refusal.conflict("base_too_old", "base_vector is older than the log; load again"));
    }
    return merging.edit(batch.operationId(), batch.author(), edit);
  }

  private static Kind kind(Intent intent) {
    return switch (intent) {
      case Intent.Edit edit -> Kind.EDIT;
      case Intent.Undo undo -> Kind.UNDO;
      case Intent.Redo redo -> Kind.REDO;
    };
  }

  Merging merging() {
    return merging;
  }

  /// What is to be stored.
  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /// What to answer once it is, in the order of the batches.
  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }
}
