package tmi.collab.room;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import tmi.collab.relay.Committed;
import tmi.diagram.operation.Outcome;
import tmi.diagram.rule.Reason;
import tmi.diagram.rule.Refusal;

/// Group commit: one commit of a room is in flight at a time, and what arrives meanwhile goes
/// together in the next. A group that the database could not be asked about is sent again;
/// operation ids make that safe. Before each sending the gate is asked, and whether each author may
/// still write. A group that fails while the database answers is sent singly, and what fails alone
/// is refused: one bad operation must not stop a room. Touched only by the room's mailbox.
final class Commits {
  private static final Logger LOG = Logger.getLogger(Commits.class);
  private static final int OPERATIONS = 64;
  private static final int CELLS = 1_000;
  private static final int TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Deque<Submission> pending = new ArrayDeque<>();
  private final Map<Submission.Key, Submission> inFlight = new HashMap<>();
  private final Ledger ledger;
  private final Mailbox mailbox;
  private final Timers timers;
  private final BooleanSupplier gate;
  private final Consumer<Submission> denied;
  private final BiConsumer<List<Submission>, List<Outcome>> settled;
  private List<Submission> group = List.of();
  private boolean busy;
  private int failures;
  private int singly;
  private Duration pause = FIRST_PAUSE;

  Commits(
      Ledger ledger,
      Mailbox mailbox,
      Timers timers,
      BooleanSupplier gate,
      Consumer<Submission> denied,
      BiConsumer<List<Submission>, List<Outcome>> settled) {
    this.ledger = ledger;
    this.mailbox = mailbox;
    this.timers = timers;
    this.gate = gate;
    this.denied = denied;
    this.settled = settled;
  }

  void add(Submission submission) {
    pending.add(submission);
    next();
  }

  /// Sends the next group, or the last one again; nothing while one is on its way, its pause lasts
  /// or the gate is shut.
  void next() {
    if (busy || !gate.getAsBoolean()) {
      return;
    }
    group = group.stream().filter(this::mayStillWrite).toList();
    if (group.isEmpty()) {
      failures = 0;
      group = take();
    }
    if (!group.isEmpty()) {
      send();
    }
  }

  boolean isIdle() {
    return group.isEmpty() && pending.isEmpty();
  }

  /// The submission that a committed operation came from, if it is one of ours and unanswered.
  Submission claim(Committed committed) {
    return inFlight.remove(new Submission.Key(committed.author(), committed.operationId()));
  }

  /// The submission is answered in another way.
  void settle(Submission submission) {
    inFlight.remove(submission.key(), submission);
  }

  private List<Submission> take() {
    List<Submission> taken = new ArrayList<>();
    int most = singly > 0 ? 1 : OPERATIONS;
    int cells = 0;
    while (!pending.isEmpty()
        && taken.size() < most
        && (taken.isEmpty() || cells + pending.peek().weight() <= CELLS)) {
      Submission submission = pending.poll();
      singly = Math.max(0, singly - 1);
      if (mayStillWrite(submission)) {
        inFlight.put(submission.key(), submission);
        cells += submission.weight();
        taken.add(submission);
      }
    }
    return taken;
  }

  /// Should an earlier try have been stored after all, it comes as an event like anybody's.
  private boolean mayStillWrite(Submission submission) {
    if (submission.member().peer().mayWrite()) {
      return true;
    }
    settle(submission);
    denied.accept(submission);
    return false;
  }

  private void send() {
    busy = true;
    ledger
        .apply(group.stream().map(Submission::batch).toList())
        .whenComplete((outcomes, failure) -> mailbox.post(() -> done(outcomes, failure)));
  }

  private void done(List<Outcome> outcomes, Throwable failure) {
    if (failure == null) {
      answer(outcomes);
      return;
    }
    LOG.warnf("group not committed yet operations=%d reason=%s", group.size(), failure);
    failures++;
    if (failures % TRIES == 0) {
      ledger.head().whenComplete((head, away) -> mailbox.post(() -> looked(head, away)));
    } else {
      rest();
    }
  }

  private void answer(List<Outcome> outcomes) {
    List<Submission> answered = group;
    group = List.of();
    failures = 0;
    pause = FIRST_PAUSE;
    busy = false;
    try {
      settled.accept(answered, outcomes);
    } finally {
      next();
    }
  }

  /// The database answers and still does not take this group: something in it is bad.
  private void looked(Optional<Long> head, Throwable away) {
    if (away != null) {
      rest();
    } else if (group.size() > 1) {
      singly = group.size();
      group.reversed().forEach(pending::addFirst);
      group = List.of();
      busy = false;
      next();
    } else {
      answer(List.of(new Outcome.Refused(notSaved(), head.orElse(0L))));
    }
  }

  private static Refusal notSaved() {
    return new Refusal(
        Reason.VALIDATION_FAILED,
        "save_failed",
        "the operation could not be stored",
        List.of(),
        true);
  }

  private void rest() {
    timers.after(pause, () -> mailbox.post(this::rested));
    Duration twice = pause.multipliedBy(2);
    pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private void rested() {
    busy = false;
    next();
  }
}
