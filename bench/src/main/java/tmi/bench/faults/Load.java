package tmi.bench.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Something that a client does again and again, on a thread of its own.
abstract class Load implements AutoCloseable {
  private final Duration pause;
  private volatile boolean ending;
  private Thread thread;

  /// @param pause between two steps
  Load(Duration pause) {
    this.pause = pause;
  }

  void start() {
    thread = Thread.ofVirtual().name(getClass().getSimpleName()).start(this::work);
  }

  /// Once; whatever fails is noted and no end.
  abstract void step();

  private void work() {
    while (!ending) {
      step();
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  @Override
  public void close() {
    ending = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
