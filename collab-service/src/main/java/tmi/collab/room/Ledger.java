package tmi.collab.room;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import tmi.collab.relay.Committed;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.Outcome;
import tmi.diagram.store.content.DiagramText;

/// One diagram in the database. A failed stage means that it could not be asked; nothing is known.
public interface Ledger {
  /// The number of the last operation; empty when there is no such diagram.
  CompletionStage<Optional<Long>> head();

  /// Cells and number of one moment; empty when there is no such diagram.
  CompletionStage<Optional<DiagramText>> state();

  /// What is in the log above a number.
  CompletionStage<Missed> since(long number, int limit);

  /// Applies a group; the same batches may be sent again after a failure.
  CompletionStage<List<Outcome>> apply(List<Batch> batches);

  /// @param complete false when the operations do not suffice and only a whole state helps
  record Missed(long head, boolean complete, List<Committed> operations) {}
}
