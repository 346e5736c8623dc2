package tmi.collab.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// How a socket comes to know the diagram: whole, or what it missed. While it waits, what is
/// delivered is held for it; what it is given reaches at least to where that began, so together
/// they have no gap. Touched only by the room's mailbox.
final class Entrance {
  private static final Duration AGAIN = Duration.ofMillis(250);
  private static final Duration STATES_A_TIME = Duration.ofSeconds(1);
  private static final int MISSED = 1_000;

  private final Ledger ledger;
  private final Mailbox mailbox;
  private final Timers timers;
  private final Answers answers;
  private final Audience audience;
  private final States states;
  private final LongConsumer started;
  private final LongSupplier delivered;
  private final List<Early> early = new ArrayList<>();
  private boolean asked;
  private boolean open;

  /// Somebody who came before the order had begun.
  private record Early(Member member, OptionalLong lastNumber) {}

  /// @param started told once, where the order begins
  /// @param delivered up to which number everybody was told
  Entrance(
      Ledger ledger,
      Mailbox mailbox,
      Timers timers,
      Answers answers,
      Audience audience,
      LongConsumer started,
      LongSupplier delivered) {
    this.ledger = ledger;
    this.mailbox = mailbox;
    this.timers = timers;
    this.answers = answers;
    this.audience = audience;
    this.states = new States(ledger, mailbox, timers, answers, audience);
    this.started = started;
    this.delivered = delivered;
  }

  /// The first one waits until it is known where the order begins: a state read before that could
  /// be older than the first number delivered.
  void admit(Member member, OptionalLong lastNumber) {
    if (open) {
      enter(member, lastNumber);
    } else {
      early.removeIf(one -> !audience.isHere(one.member()));
      early.add(new Early(member, lastNumber));
      begin();
    }
  }

  private void enter(Member member, OptionalLong lastNumber) {
    if (lastNumber.isPresent()) {
      member.needs(delivered.getAsLong());
      giveMissed(member, lastNumber.getAsLong());
    } else {
      giveState(member);
    }
  }

  private void begin() {
    if (!asked) {
      asked = true;
      ledger.head().whenComplete((head, failure) -> mailbox.post(() -> begun(head, failure)));
    }
  }

  private void begun(Optional<Long> head, Throwable failure) {
    if (failure != null) {
      later(() -> {
        asked = false;
        begin();
      });
      return;
    }
    open = true;
    started.accept(head.orElse(0L));
    early.forEach(one -> enter(one.member(), one.lastNumber()));
    early.clear();
  }

  /// The beginning of the order is known.
  boolean isOpen() {
    return open;
  }

  /// Gives the whole state as soon as it is read.
  void giveState(Member member) {
    if (audience.isHere(member)) {
      member.catchUp(delivered.getAsLong());
      states.give(member);
    }
  }

  /// The same for one who asks for it. Who asks too often gets one state for several requests.
  void answerWithState(Member member) {
    if (member.mayAskForState()) {
      timers.after(STATES_A_TIME, () -> mailbox.post(() -> mayAskAgain(member)));
      giveState(member);
    }
  }

  private void mayAskAgain(Member member) {
    if (member.mayAskForStateAgain()) {
      answerWithState(member);
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
    if (reaches && reached >= member.needed()) {
      audience.replay(member, from, missed.operations(), answers.status(missed.head()));
    } else {
      giveState(member);
    }
  }

  private void later(Runnable task) {
    timers.after(AGAIN, () -> mailbox.post(task));
  }
}
