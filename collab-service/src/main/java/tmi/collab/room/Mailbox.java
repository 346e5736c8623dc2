package tmi.collab.room;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// Runs tasks one after another in the order of their arrival, on whichever thread finds the line
/// idle. So the state that only its tasks touch needs no lock, and each task sees what the one
/// before it did.
public final class Mailbox {
  private static final Logger LOG = Logger.getLogger(Mailbox.class);
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unfinished = new AtomicInteger();

  /// Takes a task, which must not wait for anything. A task posted by a task runs after it.
  public void post(Runnable task) {
    tasks.add(task);
    if (unfinished.getAndIncrement() == 0) {
      runAll();
    }
  }

  private void runAll() {
    do {
      try {
        tasks.remove().run();
      } catch (RuntimeException e) {
        LOG.error("task of a mailbox failed", e);
      }
    } while (unfinished.decrementAndGet() > 0);
  }
}
