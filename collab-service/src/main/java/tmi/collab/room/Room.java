package tmi.collab.room;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tmi.collab.presence.Roster;
import tmi.collab.protocol.Codec;
import tmi.collab.relay.Committed;
import tmi.collab.relay.News;
import tmi.diagram.operation.Outcome;
import tmi.diagram.rule.Refusal;

/// One live diagram on this replica. A plain object: everything that happens to it comes through
/// one ordered mailbox, and acknowledgements, events, refusals and states leave in that order.
public final class Room {
  private static final Duration HOLE_PATIENCE = Duration.ofMillis(50);
  private static final int LOG_PORTION = 500;
  private static final int NORMAL_END = 1000;

  private final Mailbox mailbox = new Mailbox();
  private final Ledger ledger;
  private final Timers timers;
  private final Publisher publisher;
  private final Answers answers;
  private final Audience audience;
  private final Commits commits;
  private final Intake intake;
  private final Settlement settlement;
  private final Entrance entrance;
  private final Line line = new Line();
  private boolean watchingHole;

  public Room(
      Ledger ledger,
      Timers timers,
      Publisher publisher,
      BooleanSupplier gate,
      Codec codec,
      InstantSource clock) {
    this.ledger = ledger;
    this.timers = timers;
    this.publisher = publisher;
    this.answers = new Answers(codec, clock);
    this.audience = new Audience(codec, member -> needsState(member));
    this.commits = new Commits(ledger, mailbox, timers, gate, this::deny, this::settle);
    this.intake = new Intake(commits, answers);
    this.settlement = new Settlement(line, commits, answers, intake::answered);
    this.entrance =
        new Entrance(ledger, mailbox, timers, answers, audience, this::started, line::delivered);
  }

  /// Lets a socket in. With the number of the last operation it has, it gets what it missed, or the
  /// whole state when that is too long ago.
  public void join(Peer peer, OptionalLong lastNumber) {
    mailbox.post(() -> entrance.admit(audience.enter(peer), lastNumber));
  }

  public void leave(Peer peer) {
    mailbox.post(() -> {
      withMember(peer, intake::forget);
      audience.leave(peer);
    });
  }

  /// The socket gave up events because its reader is slow, and has room again.
  public void resynchronise(Peer peer) {
    mailbox.post(() -> withMember(peer, this::needsState));
  }

  /// A client's operation. The operation id of the batch is the client's for an edit, ours for undo
  /// and redo.
  ///
  /// @param characters how long the client's message was
  public void submit(Peer peer, Draft draft, int characters) {
    mailbox.post(() -> withMember(peer, member -> intake.receive(member, draft, characters)));
  }

  /// Answers how far the socket was told, after everything up to there.
  public void status(Peer peer) {
    Runnable answer = () -> peer.send(answers.status(line.delivered()));
    mailbox.post(() -> withMember(peer, member -> intake.onceGiven(member, answer)));
  }

  /// Gives the whole state, unless the number is the present one.
  public void synchronise(Peer peer, Long vector) {
    mailbox.post(() ->
        withMember(
            peer,
            member -> {
              if (vector != null && vector == line.delivered() && !member.isCatchingUp()) {
                peer.send(answers.status(line.delivered()));
              } else {
                entrance.answerWithState(member);
              }
            }));
  }

  /// A refusal in answer to what the socket sent; takes its place in the line.
  public void refuse(Peer peer, String code, String message) {
    mailbox.post(() -> peer.send(answers.refusal(code, message)));
  }

  /// An operation that is not even tried.
  public void reject(Peer peer, String operationId, Refusal refusal) {
    mailbox.post(() -> peer.send(answers.rejected(operationId, refusal, line.delivered())));
  }

  /// An operation of one who may not write.
  public void deny(Peer peer, String operationId) {
    mailbox.post(() -> peer.send(answers.denied(operationId)));
  }

  /// A group that another replica committed.
  public void arrived(List<Committed> group) {
    mailbox.post(() -> {
      group.forEach(line::arrive);
      deliver();
    });
  }

  /// The log's present head, from the tail check.
  public void head(long number) {
    mailbox.post(() -> {
      line.heard(number);
      watchHole();
    });
  }

  public void people(Roster roster) {
    mailbox.post(() -> audience.people(roster));
  }

  public void fleeting(Frame frame, UUID fromSocket) {
    mailbox.post(() -> audience.fleeting(frame, fromSocket));
  }

  /// The gate is open again: what waited may be taken.
  public void wake() {
    mailbox.post(commits::next);
  }

  /// A session is over. The one who ended it sees only the close: an error would alarm his client.
  public void end(UUID sessionId, UUID by) {
    mailbox.post(() ->
        audience
            .peers(peer -> peer.sessionId().equals(sessionId))
            .forEach(peer -> dismiss(peer, !peer.userId().equals(by))));
  }

  /// A person leaves the session with all sockets.
  public void dismiss(UUID userId) {
    mailbox.post(() ->
        audience
            .peers(peer -> peer.userId().equals(userId))
            .forEach(peer -> peer.finish(NORMAL_END, "Left the session")));
  }

  /// The session of this socket turned out to be over.
  public void dismiss(Peer peer) {
    mailbox.post(() -> dismiss(peer, true));
  }

  private void dismiss(Peer peer, boolean isNews) {
    if (isNews) {
      peer.send(answers.terminated());
    }
    peer.finish(NORMAL_END, "Session terminated");
  }

  /// Closes all sockets once everything that was taken is committed and answered.
  public void closeOnceIdle(int code, String reason) {
    mailbox.post(() -> {
      if (commits.isIdle()) {
        audience.peers(peer -> true).forEach(peer -> peer.finish(code, reason));
      } else {
        timers.after(HOLE_PATIENCE, () -> closeOnceIdle(code, reason));
      }
    });
  }

  private void started(long head) {
    line.jump(head);
    deliver();
  }

  private void needsState(Member member) {
    entrance.giveState(member);
  }

  private void withMember(Peer peer, Consumer<Member> task) {
    Member member = audience.find(peer);
    if (member != null) {
      task.accept(member);
    }
  }

  private void deny(Submission submission) {
    intake.answered(submission);
    submission
        .member()
        .peer()
        .send(
            answers.denied(submission.isEdit() ? submission.batch().operationId().toString() : ""));
  }

  private void settle(List<Submission> submissions, List<Outcome> outcomes) {
    List<Committed> group = settlement.settle(submissions, outcomes);
    if (!group.isEmpty()) {
      publisher.publish(new News.Group(group));
    }
    deliver();
  }

  private void deliver() {
    line.drain(committed -> {
      Submission submission = commits.claim(committed);
      if (submission != null) {
        intake.answered(submission);
      }
      audience.deliver(committed, submission);
    });
    watchHole();
  }

  private void watchHole() {
    if (line.hasHole() && !watchingHole && entrance.isOpen()) {
      watchingHole = true;
      long before = line.delivered();
      timers.after(HOLE_PATIENCE, () -> mailbox.post(() -> lookAtHole(before)));
    }
  }

  private void lookAtHole(long before) {
    watchingHole = false;
    if (line.hasHole() && line.delivered() == before) {
      watchingHole = true;
      ledger
          .since(before, LOG_PORTION)
          .whenComplete((missed, failure) -> mailbox.post(() -> fill(missed, failure)));
    } else {
      watchHole();
    }
  }

  private void fill(Ledger.Missed missed, Throwable failure) {
    watchingHole = false;
    if (failure != null) {
      return; // the next tail check or group looks again
    }
    if (!missed.complete()) {
      line.jump(missed.head()).forEach(settlement::acknowledge);
      audience.members().forEach(this::needsState);
    } else if (missed.operations().isEmpty()) {
      line.endsAt(missed.head());
    } else {
      missed.operations().forEach(line::arrive);
    }
    deliver();
  }
}
