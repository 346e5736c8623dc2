package tmi.webhook.delivery;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// Hosts whose turn it is, each once, in the order in which they were put down; and whether all
/// hosts are to be looked at. Put down by anybody, taken by one.
final class Agenda {
  private final Queue<WaitingHost> turns = new ConcurrentLinkedQueue<>();
  private final Set<String> down = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean all = new AtomicBoolean();

  /// Who waits must be asked of the database.
  void lookAround() {
    all.set(true);
  }

  /// True once for each time it was asked for.
  boolean takeLookAround() {
    return all.getAndSet(false);
  }

  /// A host that is down already keeps its turn.
  void add(WaitingHost host) {
    if (down.add(host.host())) {
      turns.add(host);
    }
  }

  /// Null when nobody is down.
  WaitingHost next() {
    WaitingHost next = turns.poll();
    if (next != null) {
      down.remove(next.host());
    }
    return next;
  }
}
