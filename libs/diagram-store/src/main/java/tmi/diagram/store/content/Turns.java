package tmi.diagram.store.content;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Lets a few tasks run at a time; the others wait in the order in which they came. Who stops
/// waiting gives his turn away.
final class Turns {
  private final Deque<Turn> waiting = new ArrayDeque<>();
  private int free;

  /// @param atOnce how many may run at a time, 1 at least
  Turns(int atOnce) {
    this.free = atOnce;
  }

  /// Runs the task when it is its turn, which ends with the task.
  <T> Uni<T> inTurn(Supplier<Uni<T>> task) {
    return next().chain(turn -> task.get().onTermination().invoke(turn::end));
  }

  /// Gives a turn as soon as there is one. Whoever is given it must end it, once or more often.
  Uni<Turn> next() {
    return Uni.createFrom()
        .deferred(() -> {
          Turn turn = new Turn();
          synchronized (waiting) {
            waiting.add(turn);
          }
          giveNext();
          return Uni.createFrom()
              .completionStage(turn.given)
              .emitOn(here())
              .onCancellation()
              .invoke(turn::end);
        });
  }

  /// The caller's own context: whose task ended before must not lend his.
  private static Executor here() {
    Context context = Vertx.currentContext();
    return context == null ? Runnable::run : task -> context.runOnContext(none -> task.run());
  }

  /// Completed outside the lock: what follows runs on this thread.
  private void giveNext() {
    Turn next = null;
    synchronized (waiting) {
      if (free > 0 && !waiting.isEmpty()) {
        free--;
        next = waiting.remove();
        next.running = true;
      }
    }
    if (next != null) {
      next.given.complete(next);
    }
  }

  /// The right to run.
  final class Turn {
    private final CompletableFuture<Turn> given = new CompletableFuture<>();
    private boolean running;

    private Turn() {}

    /// Gives the turn to the next who waits.
    void end() {
      synchronized (waiting) {
        waiting.remove(this);
        if (running) {
          running = false;
          free++;
        }
      }
      giveNext();
    }
  }
}
