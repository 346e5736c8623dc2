package tmi.collab.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Time that passes when the test says so.
final class HandTimers implements Timers {
  private final List<Runnable> due = new ArrayList<>();

  @Override
  public void after(Duration delay, Runnable task) {
    due.add(task);
  }

  /// Everything that waits is due; what is set meanwhile waits for the next time.
  void pass() {
    List<Runnable> now = List.copyOf(due);
    due.clear();
    now.forEach(Runnable::run);
  }

  int waiting() {
    return due.size();
  }
}
