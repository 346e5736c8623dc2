package tmi.collab.room;

import java.util.ArrayList;
import java.util.List;
import tmi.collab.presence.Roster;

/// A socket in a room, and how far it was told. Touched only by the room's mailbox.
final class Member {
  private static final long NOTHING = -1;
  private static final int UNANSWERED = 256;
  private final Peer peer;
  private final List<Runnable> waiting = new ArrayList<>();
  private List<Held> held = new ArrayList<>();
  private long given = NOTHING;
  private long sent = NOTHING;
  private int unanswered;
  private int attempt;
  private Roster roster;

  /// Something that came while the member was waiting for a state.
  private record Held(Delivery delivery, boolean acknowledges) {}

  Member(Peer peer) {
    this.peer = peer;
  }

  Peer peer() {
    return peer;
  }

  boolean isCatchingUp() {
    return held != null;
  }

  /// From now on everything is held until a state has been given. The answer tells this attempt
  /// from later ones: a state asked for earlier would leave a gap.
  int catchUp() {
    held = new ArrayList<>();
    peer.resume();
    return ++attempt;
  }

  int attempt() {
    return attempt;
  }

  /// Nobody has asked for a state for it yet.
  boolean isNew() {
    return attempt == 0;
  }

  /// How many deliveries wait for the state.
  int heldBack() {
    return held == null ? 0 : held.size();
  }

  void tell(Delivery delivery, boolean acknowledges) {
    if (held != null) {
      held.add(new Held(delivery, acknowledges));
      return;
    }
    sent = delivery.number();
    peer.send(acknowledges ? delivery.acknowledgement() : delivery.eventFor(peer));
  }

  /// The state of a number: acknowledgements of what is in it go first, then the state, then what
  /// came after it.
  void give(long number, Frame state) {
    List<Held> since = held;
    held = null;
    given = number;
    sent = number;
    since.stream()
        .filter(h -> h.acknowledges() && h.delivery().number() <= number)
        .forEach(h -> peer.send(h.delivery().acknowledgement()));
    peer.send(state);
    release(since);
  }

  /// What was missed since a number that the client said it has.
  void replay(long from, List<Delivery> missed, Frame caughtUp) {
    List<Held> since = held;
    held = null;
    given = from;
    sent = from;
    missed.forEach(delivery -> tell(delivery, false));
    peer.send(caughtUp);
    release(since);
  }

  private void release(List<Held> since) {
    for (Held h : since) {
      if (h.delivery().number() > sent) {
        tell(h.delivery(), h.acknowledges());
      }
    }
    List<Runnable> tasks = List.copyOf(waiting);
    waiting.clear();
    tasks.forEach(Runnable::run);
  }

  /// Runs a task as soon as the member has its first state.
  void onceGiven(Runnable task) {
    if (given == NOTHING) {
      waiting.add(task);
    } else {
      task.run();
    }
  }

  /// The number that an operation was made against: what the client says, but never below the state
  /// it was given, nor above what it was told.
  long base(Long claimed) {
    return claimed == null ? sent : Math.max(Math.min(claimed, sent), given);
  }

  /// Counts one more operation that waits for its answer; false when there are too many already.
  boolean mayAsk() {
    if (unanswered >= UNANSWERED) {
      return false;
    }
    unanswered++;
    return true;
  }

  void answered() {
    unanswered--;
  }

  /// Tells who is in the session, if that is news to this socket.
  void tellPeople(Roster people, Frame frame) {
    if (held == null && !people.saysTheSameAs(roster)) {
      roster = people;
      peer.send(frame);
    }
  }
}
