package tmi.collab.room;

import java.util.ArrayList;
import java.util.List;
import tmi.collab.presence.Roster;

/// A socket in a room, and how far it was told. Touched only by the room's mailbox.
final class Member {
  private static final long NOTHING = -1;
  private static final int QUESTIONS = 256;
  private static final int STATES_AT_ONCE = 4;
  private final Peer peer;
  private final Backlog backlog = new Backlog();
  private final List<Runnable> waiting = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private boolean catchingUp = true;
  private boolean asked;
  private long needed;
  private long heldSize;
  private long given = NOTHING;
  private long sent = NOTHING;
  private int statesAsked;
  private boolean stateOwed;
  private Roster roster;

  /// Something that came while the member was waiting for a state.
  private record Held(long number, Frame frame, boolean acknowledges) {
    private static final int MOST = 5_000;
    private static final long SIZE_MOST = 8_000_000;
  }

  Member(Peer peer) {
    this.peer = peer;
  }

  Peer peer() {
    return peer;
  }

  /// What of this socket waits for an answer.
  Backlog backlog() {
    return backlog;
  }

  boolean isCatchingUp() {
    return catchingUp;
  }

  /// From now on everything is held until a state has been given that reaches this number at least.
  void catchUp(long delivered) {
    asked = true;
    catchingUp = true;
    needs(delivered);
    peer.resume();
  }

  /// What it is given must reach this number at least: what came up to there is not held for it.
  void needs(long number) {
    needed = Math.max(needed, number);
  }

  long needed() {
    return needed;
  }

  /// Nobody has asked for a state for it yet.
  boolean isNew() {
    return !asked;
  }

  void tell(Delivery delivery, boolean acknowledges) {
    Frame frame = acknowledges ? delivery.acknowledgement() : delivery.eventFor(peer);
    if (catchingUp) {
      hold(new Held(delivery.number(), frame, acknowledges));
    } else {
      sent = delivery.number();
      peer.send(frame);
    }
  }

  /// When too much is held, the events are given up for a later state; nothing else tells what was
  /// acknowledged.
  private void hold(Held next) {
    held.add(next);
    heldSize += next.frame().size();
    if (held.size() > Held.MOST || heldSize > Held.SIZE_MOST) {
      held.removeIf(each -> !each.acknowledges());
      heldSize = held.stream().mapToLong(each -> each.frame().size()).sum();
      needs(next.number());
    }
  }

  /// The state of a number: acknowledgements of what is in it go first, then the state, then what
  /// came after it.
  void give(long number, Frame state) {
    List<Held> since = caughtUp(number);
    since.stream()
        .filter(h -> h.acknowledges() && h.number() <= number)
        .forEach(h -> peer.send(h.frame()));
    peer.send(state);
    release(since);
  }

  /// What was missed since a number that the client said it has.
  void replay(long from, List<Delivery> missed, Frame caughtUp) {
    List<Held> since = caughtUp(from);
    missed.forEach(delivery -> tell(delivery, false));
    peer.send(caughtUp);
    release(since);
  }

  private List<Held> caughtUp(long number) {
    List<Held> since = List.copyOf(held);
    held.clear();
    heldSize = 0;
    catchingUp = false;
    given = number;
    sent = number;
    return since;
  }

  private void release(List<Held> since) {
    for (Held each : since) {
      if (each.number() > sent) {
        sent = each.number();
        peer.send(each.frame());
      }
    }
    List<Runnable> tasks = List.copyOf(waiting);
    waiting.clear();
    tasks.forEach(Runnable::run);
  }

  /// False when too many tasks wait for the first state already.
  boolean mayWait() {
    return hasState() || waiting.size() < QUESTIONS;
  }

  /// Runs a task as soon as the member has its first state.
  void onceGiven(Runnable task) {
    if (hasState()) {
      task.run();
    } else {
      waiting.add(task);
    }
  }

  /// It was given a state once; before that, nothing that it said has been taken.
  boolean hasState() {
    return given != NOTHING;
  }

  /// The number that an operation was made against: what the client says, but never below the state
  /// it was given, nor above what it was told.
  long base(Long claimed) {
    return claimed == null ? sent : Math.max(Math.min(claimed, sent), given);
  }

  /// Counts one more request for a whole state; false when it must wait for its time.
  boolean mayAskForState() {
    if (statesAsked == STATES_AT_ONCE) {
      stateOwed = true;
      return false;
    }
    statesAsked++;
    return true;
  }

  /// The time of one such request is over; true when another had to wait for that.
  boolean mayAskForStateAgain() {
    statesAsked--;
    boolean owed = stateOwed;
    stateOwed = false;
    return owed;
  }

  /// Tells who is in the session, if that is news to this socket.
  void tellPeople(Roster people, Frame frame) {
    if (!catchingUp && !people.saysTheSameAs(roster)) {
      roster = people;
      peer.send(frame);
    }
  }
}
