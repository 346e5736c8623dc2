package tmi.diagram.operation;

import tmi.diagram.rule.Refusal;

/// What came of a batch. Given only after the commit.
public sealed interface Outcome {
  /// Stored under its number.
  record Stored(Applied applied) implements Outcome {}

  /// The same operation was stored before; this is what it was then. Others were told already.
  record Duplicate(Applied applied) implements Outcome {}

  /// Nothing to change: acknowledged with the current head, no number taken.
  record NoChange(long head) implements Outcome {}

  /// Undo or redo found nothing that is still the author's to restore.
  record NothingLeft(long head) implements Outcome {}

  /// Refused; nothing of it was stored.
  record Refused(Refusal refusal, long head) implements Outcome {}

  /// There is no such diagram (any more).
  record Missing() implements Outcome {}
}
