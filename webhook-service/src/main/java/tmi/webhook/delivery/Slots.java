package tmi.webhook.delivery;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/// How many attempts this replica has under way, in all and to each host. Taken by one round at a
/// time, given back from anywhere: what is read as free is free.
final class Slots {
  private final int atOnce;
  private final int atOncePerHost;
  private final ConcurrentMap<String, Integer> used = new ConcurrentHashMap<>();
  private final AtomicInteger all = new AtomicInteger();

  Slots(int atOnce, int atOncePerHost) {
    this.atOnce = atOnce;
    this.atOncePerHost = atOncePerHost;
  }

  boolean anyFree() {
    return all.get() < atOnce;
  }

  int free(String host) {
    return Math.min(atOnce - all.get(), atOncePerHost - used.getOrDefault(host, 0));
  }

  void take(String host) {
    used.merge(host, 1, Integer::sum);
    all.incrementAndGet();
  }

  void give(String host) {
    used.computeIfPresent(host, (name, count) -> count == 1 ? null : count - 1);
    all.decrementAndGet();
  }
}
