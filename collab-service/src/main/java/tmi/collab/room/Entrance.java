package tmi.collab.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import tmi.diagram.store.content.DiagramContent;

/// How a socket comes to know the diagram: whole, or what it missed. While it waits, what is
/// delivered is held for it; the state it is given was read later than that began, so together they
/// have no gap. Touched only by the room's mailbox.
final class Entrance {
  private static final Duration AGAIN = Duration.ofMillis(250);
  private static final int MISSED = 1_000;
  private static final int HELD = 5_000;
  private static final int NORMAL_END = 1000;

  private final Ledger ledger;
  private final Mailbox mailbox;
  private final Timers timers;
  private final Answers answers;
  private final Audience audience;
  private final LongConsumer started;
  private final List<Runnable> early = new ArrayList<>();
  private boolean asked;
  private boolean open;

  Entrance(
      Ledger ledger,
      Mailbox mailbox,
      Timers timers,
      Answers answers,
      Audience audience,
      LongConsumer started) {
    this.ledger = ledger;
    this.mailbox = mailbox;
    this.timers = timers;
    this.answers = answers;
    this.audience = audience;
    this.started = started;
  }

  /// The first one waits until it is known where the order begins: a state read before that could
  /// be older than the first number delivered.
  void admit(Member member, OptionalLong lastNumber) {
    Runnable enter =
        lastNumber.isPresent()
            ? () -> giveMissed(member, lastNumber.getAsLong())
            : () -> giveState(member);
    if (open) {
      enter.run();
    } else {
      early.add(enter);
      begin();
    }
  }

  private void begin() {
    if (!asked) {
      asked = true;
      ledger.head().whenComplete((head, failure) -> mailbox.post(() -> begun(head, failure)));
    }
  }

  private void begun(Optional<Long> head, Throwable failure) {
    asked = false;
    if (failure != null) {
      later(this::begin);
      return;
    }
    open = true;
    started.accept(head.orElse(0L));
    early.forEach(Runnable::run);
    early.clear();
  }

  /// The beginning of the order is known.
  boolean isOpen() {
    return open;
  }

  /// Gives the whole state as soon as it is read.
  void giveState(Member member) {
    if (audience.isHere(member)) {
      int attempt = member.catchUp();
      ledger
          .state()
          .whenComplete((s, failure) -> mailbox.post(() -> stateRead(member, attempt, s, failure)));
    }
  }

  private void stateRead(
      Member member, int attempt, Optional<DiagramContent> state, Throwable failure) {
    if (!audience.isHere(member) || member.attempt() != attempt) {
      return;
    }
    if (failure != null) {
      later(() -> giveState(member));
    } else if (state.isEmpty()) {
      member.peer().send(answers.diagramGone());
      member.peer().finish(NORMAL_END, "Diagram gone");
    } else if (member.heldBack() > HELD) {
      giveState(member);
    } else {
      audience.give(member, state.get().vector(), answers.state(state.get()));
    }
  }

  private void giveMissed(Member member, long lastNumber) {
    ledger
        .since(lastNumber, MISSED)
        .whenComplete(
            (m, failure) -> mailbox.post(() -> missedRead(member, lastNumber, m, failure)));
  }

  private void missedRead(Member member, long from, Ledger.Missed missed, Throwable failure) {
    if (!audience.isHere(member) || !member.isNew()) {
      return;
    }
    if (failure != null) {
      later(() -> giveMissed(member, from));
      return;
    }
    long reached = from + missed.operations().size();
    boolean reaches = missed.complete() && from <= missed.head() && reached == missed.head();
    if (reaches && member.heldBack() <= HELD) {
      audience.replay(member, from, missed.operations(), answers.status(missed.head()));
    } else {
      giveState(member);
    }
  }

  private void later(Runnable task) {
    timers.after(AGAIN, () -> mailbox.post(task));
  }
}
