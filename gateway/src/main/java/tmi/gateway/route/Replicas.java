package tmi.gateway.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// The copies of one service, handed out in turn.
public final class Replicas {
  private final List<Replica> all;
  private final long rest;
  private final LongSupplier clock;
  private final AtomicInteger turn = new AtomicInteger();

  /// @param rest how long a replica that refused a connection is left alone
  /// @param clock `System::nanoTime`, or a test's own
  public Replicas(List<Replica> all, Duration rest, LongSupplier clock) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a service needs at least one address");
    }
    this.all = List.copyOf(all);
    this.rest = rest.toNanos();
    this.clock = clock;
  }

  /// All replicas in the order to try them: the next in turn first, then those that refused a
  /// connection just now, at last those that say they are not ready.
  public List<Replica> inOrder() {
    if (all.size() == 1) {
      return all;
    }
    long now = clock.getAsLong();
    int first = Math.floorMod(turn.getAndIncrement(), all.size());
    List<Replica> order = new ArrayList<>(all.size());
    List<Replica> resting = new ArrayList<>(0);
    List<Replica> unready = new ArrayList<>(0);
    for (int i = 0; i < all.size(); i++) {
      Replica replica = all.get((first + i) % all.size());
      List<Replica> kind = replica.isReady() ? order : unready;
      (replica.isReady() && replica.isResting(now) ? resting : kind).add(replica);
    }
    order.addAll(resting);
    order.addAll(unready);
    return order;
  }

  /// In no order.
  public List<Replica> all() {
    return all;
  }

  /// The replica refused a connection: others first for a while.
  public void refused(Replica replica) {
    replica.restUntil(clock.getAsLong() + rest);
  }
}
