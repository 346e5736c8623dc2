package tmi.auth.guard;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Counts by name within the running minute. The number of names is bounded: those that come when
/// the table is full share one count, so a flood of names cannot fill the memory.
final class AttemptWindow {
  private static final int SECONDS = 60;
  private static final String OTHERS = "";
  private final int limit;
  private final int mostNames;
  private final Map<String, Integer> counts = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private long minute;

  AttemptWindow(int limit, int mostNames) {
    this.limit = limit;
    this.mostNames = mostNames;
  }

  /// Counts one more under the name.
  void count(String name, Instant now) {
    lock.lock();
    try {
      turn(now);
      counts.merge(slot(name), 1, Integer::sum);
    } finally {
      lock.unlock();
    }
  }

  /// How many seconds the name has to wait; 0 while it is within its limit.
  int waitOf(String name, Instant now) {
    lock.lock();
    try {
      turn(now);
      boolean within = counts.getOrDefault(slot(name), 0) < limit;
      return within ? 0 : (int) (SECONDS - now.getEpochSecond() % SECONDS);
    } finally {
      lock.unlock();
    }
  }

  private String slot(String name) {
    return counts.containsKey(name) || counts.size() < mostNames ? name : OTHERS;
  }

  private void turn(Instant now) {
    long current = now.getEpochSecond() / SECONDS;
    if (current != minute) {
      minute = current;
      counts.clear();
    }
  }
}
