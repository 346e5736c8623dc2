package tmi.collab.room;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tmi.diagram.store.content.DiagramText;

/// The whole state for all who wait for it. One read of a room is in flight at a time and serves
/// everybody whom it still reaches, and the state of a number is encoded once, however many come.
/// Touched only by the room's mailbox.
final class States {
  private static final Duration AGAIN = Duration.ofMillis(250);
  private static final int NORMAL_END = 1000;

  private final Ledger ledger;
  private final Mailbox mailbox;
  private final Timers timers;
  private final Answers answers;
  private final Audience audience;
  private final Set<Member> waiting = new LinkedHashSet<>();
  private boolean reading;

  /// What was given last. Kept as long as memory is plenty: it may be 16 MiB, and reading it again
  /// is always possible.
  private SoftReference<Frame> last = new SoftReference<>(null);

  States(Ledger ledger, Mailbox mailbox, Timers timers, Answers answers, Audience audience) {
    this.ledger = ledger;
    this.mailbox = mailbox;
    this.timers = timers;
    this.answers = answers;
    this.audience = audience;
  }

  /// Gives a member that catches up a state that leaves no gap before what is held for it.
  void give(Member member) {
    Frame known = last.get();
    if (known != null && known.number() >= member.needed()) {
      waiting.remove(member);
      audience.give(member, known.number(), known);
    } else {
      waiting.add(member);
      read();
    }
  }

  private void read() {
    if (!reading && !waiting.isEmpty()) {
      reading = true;
      ledger.state().whenComplete((state, failure) -> mailbox.post(() -> done(state, failure)));
    }
  }

  private void done(Optional<DiagramText> state, Throwable failure) {
    reading = false;
    waiting.removeIf(member -> !audience.isHere(member) || !member.isCatchingUp());
    if (failure != null) {
      timers.after(AGAIN, () -> mailbox.post(this::read));
      return;
    }
    state.ifPresentOrElse(this::hand, this::gone);
    read();
  }

  /// Who came while it was being read may need a later one.
  private void hand(DiagramText state) {
    Frame frame = answers.state(state);
    last = new SoftReference<>(frame);
    for (Member member : List.copyOf(waiting)) {
      if (frame.number() >= member.needed()) {
        waiting.remove(member);
        audience.give(member, frame.number(), frame);
      }
    }
  }

  private void gone() {
    for (Member member : waiting) {
      member.peer().send(answers.diagramGone());
      member.peer().finish(NORMAL_END, "Diagram gone");
    }
    waiting.clear();
  }
}
