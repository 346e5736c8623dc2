package tmi.gateway.admission;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// An amount that all share and of which each address may hold a part.
final class Quota {
  /// Whether an amount was taken, or who has no room for it.
  enum Outcome {
    TAKEN,
    ADDRESS_IS_FULL,
    ALL_IS_FULL
  }

  private final long ofAll;
  private final long ofAddress;
  private final AtomicLong held = new AtomicLong();
  private final ConcurrentHashMap<String, Long> byAddress = new ConcurrentHashMap<>();

  Quota(long ofAll, long ofAddress) {
    this.ofAll = ofAll;
    this.ofAddress = ofAddress;
  }

  /// Takes the amount whole or not at all.
  Outcome take(String address, long amount) {
    if (held.addAndGet(amount) > ofAll) {
      held.addAndGet(-amount);
      return Outcome.ALL_IS_FULL;
    }
    if (byAddress.merge(address, amount, Long::sum) > ofAddress) {
      give(address, amount);
      return Outcome.ADDRESS_IS_FULL;
    }
    return Outcome.TAKEN;
  }

  void give(String address, long amount) {
    held.addAndGet(-amount);
    byAddress.computeIfPresent(address, (who, all) -> all == amount ? null : all - amount);
  }

  long held() {
    return held.get();
  }

  /// Addresses that hold something.
  int addresses() {
    return byAddress.size();
  }
}
