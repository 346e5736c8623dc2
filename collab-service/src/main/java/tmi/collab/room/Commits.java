package tmi.collab.room;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import tmi.collab.relay.Committed;
import tmi.diagram.operation.Outcome;

/// Group commit: one commit of a room is in flight at a time, and what arrives meanwhile goes
/// together in the next. A group that the database could not be asked about is sent again as it
/// was; operation ids make that safe. Touched only by the room's mailbox.
final class Commits {
  private static final Logger LOG = Logger.getLogger(Commits.class);
  private static final int OPERATIONS = 64;
  private static final int CELLS = 1_000;
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

  /// Sends the next group, unless one is on its way or nothing may be taken.
  void next() {
    if (group.isEmpty() && gate.getAsBoolean()) {
      group = take();
      if (!group.isEmpty()) {
        send();
      }
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
    int cells = 0;
    while (!pending.isEmpty()
        && taken.size() < OPERATIONS
        && (taken.isEmpty() || cells + pending.peek().weight() <= CELLS)) {
      Submission submission = pending.poll();
      if (submission.member().peer().mayWrite()) {
        inFlight.put(submission.key(), submission);
        cells += submission.weight();
        taken.add(submission);
      } else {
        denied.accept(submission);
      }
    }
    return taken;
  }

  private void send() {
    ledger
        .apply(group.stream().map(Submission::batch).toList())
        .whenComplete((outcomes, failure) -> mailbox.post(() -> done(outcomes, failure)));
  }

  private void done(List<Outcome> outcomes, Throwable failure) {
    if (failure != null) {
      LOG.warnf("group not committed yet operations=%d reason=%s", group.size(), failure);
      timers.after(pause, () -> mailbox.post(this::send));
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
      return;
    }
    List<Submission> answered = group;
    group = List.of();
    pause = FIRST_PAUSE;
    settled.accept(answered, outcomes);
    next();
  }
}
