package tmi.collab.room;

import java.util.UUID;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.Intent;

/// An operation of a member that waits for its commit.
///
/// @param characters how long the client's message was
record Submission(Member member, Batch batch, int characters) {

  /// What tells two submissions apart; sending one again gives the same.
  record Key(UUID author, UUID operationId) {}

  Key key() {
    return new Key(batch.author(), batch.operationId());
  }

  /// An edit is acknowledged; what undo and redo did, the asker sees as an event.
  boolean isEdit() {
    return batch.intent() instanceof Intent.Edit;
  }

  boolean isUndo() {
    return batch.intent() instanceof Intent.Undo;
  }

  String operationId() {
    return batch.operationId().toString();
  }

  int weight() {
    return batch.intent() instanceof Intent.Edit edit ? edit.cells().size() : 1;
  }
}
