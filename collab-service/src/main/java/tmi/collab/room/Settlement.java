package tmi.collab.room;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tmi.collab.relay.Committed;
import tmi.diagram.operation.Outcome;

/// What came of a group: each submission is answered once, in its place in the line. Touched only
/// by the room's mailbox.
final class Settlement {
  private final Line line;
  private final Commits commits;
  private final Answers answers;
  private final Consumer<Submission> answered;

  /// @param answered told of each submission that waits no longer
  Settlement(Line line, Commits commits, Answers answers, Consumer<Submission> answered) {
    this.line = line;
    this.commits = commits;
    this.answers = answers;
    this.answered = answered;
  }

  /// Gives what is new in the log.
  List<Committed> settle(List<Submission> submissions, List<Outcome> outcomes) {
    List<Committed> group = new ArrayList<>();
    for (int i = 0; i < submissions.size(); i++) {
      settle(submissions.get(i), outcomes.get(i), group);
    }
    return group;
  }

  private void settle(Submission submission, Outcome outcome, List<Committed> group) {
    switch (outcome) {
      case Outcome.Stored(var applied) -> {
        Committed committed = Committed.of(applied, submission.member().peer().user());
        group.add(committed);
        arriveOwn(committed);
      }
      case Outcome.Duplicate(var applied) ->
          arriveOwn(Committed.of(applied, submission.member().peer().user()));
      case Outcome.NoChange(long head) ->
          answer(submission, head, answers.acknowledged(submission.batch().operationId(), head));
      case Outcome.NothingLeft(long head) ->
          answer(submission, head, answers.nothingLeft(submission.isUndo()));
      case Outcome.Refused(var refusal, long head) ->
          answer(submission, head, answers.rejected(submission.operationId(), refusal, head));
      case Outcome.Missing() -> {
        commits.settle(submission);
        answered.accept(submission);
        submission.member().peer().send(answers.diagramGone());
      }
    }
  }

  /// Usually it waits for its turn in the line; where the log was quicker, it has been handed out
  /// and the sender was told; where everybody was given a whole state, only the answer is owed.
  private void arriveOwn(Committed committed) {
    if (committed.number() > line.delivered()) {
      line.arrive(committed);
    } else {
      acknowledge(committed);
    }
  }

  /// Tells the sender of an operation that everybody else knows from a whole state.
  void acknowledge(Committed committed) {
    Submission submission = commits.claim(committed);
    if (submission != null) {
      answered.accept(submission);
      Frame frame = answers.acknowledged(committed.operationId(), committed.number());
      submission.member().peer().send(frame);
    }
  }

  private void answer(Submission submission, long head, Frame frame) {
    commits.settle(submission);
    answered.accept(submission);
    line.answerAfter(head, () -> submission.member().peer().send(frame));
  }
}
