package tmi.gateway.proxy;

import java.util.List;
import tmi.gateway.route.Replica;

/// The replicas that one request may be given to, in turn: each once, and the first once more,
/// whose kept connection may only have been stale.
final class Candidates {
  private final List<Replica> order;
  private int taken;

  /// @param order as it stood when the request came
  Candidates(List<Replica> order) {
    this.order = order;
  }

  Replica next() {
    return order.get(taken++ % order.size());
  }

  /// One is left that was not asked yet.
  boolean hasFresh() {
    return taken < order.size();
  }

  /// One is left, be it the first again.
  boolean hasNext() {
    return taken <= order.size();
  }
}
