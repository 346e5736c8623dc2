package tmi.collab.room;

import tmi.diagram.operation.Batch;

/// Takes operations in. What waits for an answer is bounded from its arrival, by number and size,
/// of a socket and of the room; until a socket has its first state, it waits for that. Touched only
/// by the room's mailbox.
final class Intake {
  private final Backlog backlog = new Backlog();
  private final Commits commits;
  private final Answers answers;

  Intake(Commits commits, Answers answers) {
    this.commits = commits;
    this.answers = answers;
  }

  /// @param characters how long the client's message was
  void receive(Member member, Draft draft, int characters) {
    boolean fits =
        member.backlog().hasRoomOfASocket(characters) && backlog.hasRoomOfARoom(characters);
    if (fits && member.mayWait()) {
      member.backlog().add(characters);
      backlog.add(characters);
      member.onceGiven(() -> take(member, draft, characters));
    } else {
      refuse(member);
    }
  }

  /// Runs a task as soon as the member has its first state; refuses it when too many wait for that.
  void onceGiven(Member member, Runnable task) {
    if (member.mayWait()) {
      member.onceGiven(task);
    } else {
      refuse(member);
    }
  }

  private void refuse(Member member) {
    member
        .peer()
        .send(
            answers.refusal(
                "too_many_operations",
                "Too many operations, or too large ones, wait for an answer"));
  }

  private void take(Member member, Draft draft, int characters) {
    Batch batch =
        new Batch(draft.operationId(), member.peer().userId(), draft.intent(member::base));
    commits.add(new Submission(member, batch, characters));
  }

  /// The submission waits no longer.
  void answered(Submission submission) {
    submission.member().backlog().remove(submission.characters());
    backlog.remove(submission.characters());
  }

  /// The member goes. Before its first state nothing that it said was taken, and never will be.
  void forget(Member member) {
    if (!member.hasState()) {
      backlog.forget(member.backlog());
    }
  }
}
