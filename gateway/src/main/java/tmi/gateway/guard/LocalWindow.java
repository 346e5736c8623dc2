package tmi.gateway.guard;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// Counts requests by address in this process alone, in fixed windows: for as long as the store
/// that counts for all replicas is away.
///
/// Memory is bounded: beyond so many addresses in one window further ones are counted together.
final class LocalWindow {
  private static final int MOST_ADDRESSES = 50_000;
  private static final String OTHERS = "";

  private record Counts(long number, ConcurrentHashMap<String, Integer> used) {}

  private final long length;
  private final AtomicReference<Counts> current = new AtomicReference<>(counts(Long.MIN_VALUE));

  LocalWindow(Duration length) {
    this.length = length.toMillis();
  }

  /// @param now milliseconds of the epoch
  Rate count(String address, int limit, long now) {
    long number = Math.floorDiv(now, length);
    ConcurrentHashMap<String, Integer> used =
        current.updateAndGet(counts -> counts.number() == number ? counts : counts(number)).used();
    boolean known = used.mappingCount() < MOST_ADDRESSES || used.containsKey(address);
    // What is refused is not counted on, or a number could overflow.
    int count =
        used.merge(known ? address : OTHERS, 1, (before, one) -> Math.min(before + one, limit + 1));
    long end = (number + 1) * length;
    int wait = count > limit ? (int) Math.max(1, Math.ceilDiv(end - now, 1000)) : 0;
    return new Rate(limit, limit - count, Math.ceilDiv(end, 1000), wait);
  }

  private static Counts counts(long number) {
    return new Counts(number, new ConcurrentHashMap<>());
  }
}
