package tmi.collab.room;

import java.time.Duration;

/// Calls back later.
@FunctionalInterface
public interface Timers {
  void after(Duration delay, Runnable task);
}
