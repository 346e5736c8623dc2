package tmi.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tmi.launcher.Refusal;

/// Keeps parts running, and ends them in the opposite order of their start.
public final class Supervisor {

  private static final Duration END = Duration.ofSeconds(30);
  private static final int ROTATION_SECONDS = 10;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("supervisor").unstarted(work));
  private final List<Watched> watched = new CopyOnWriteArrayList<>();
  private final Consumer<String> say;
  private final Runnable changed;
  private final LogRotation rotation = new LogRotation();
  private volatile boolean ending;

  /// @param changed called when a process came or went
  public Supervisor(Consumer<String> say, Runnable changed) {
    this.say = say;
    this.changed = changed;
    thread.scheduleWithFixedDelay(
        this::rotateLogs, ROTATION_SECONDS, ROTATION_SECONDS, TimeUnit.SECONDS);
  }

  /// One part that is running or about to be started again.
  ///
  /// @param process empty while it is dead
  public record Running(Part part, Optional<ProcessHandle> process, int deaths) {}

  public void start(Part part) throws IOException {
    onThread(() -> {
      if (ending) {
        throw new Refusal("The start was interrupted: run it again.");
      }
      var one = new Watched(part, thread, say, changed);
      one.start();
      watched.add(one);
      changed.run();
      return one;
    });
  }

  public List<Running> parts() {
    return List.copyOf(watched).stream()
        .map(one -> new Running(one.part(), one.running(), one.deaths()))
        .toList();
  }

  /// Ends every part whose kind it is, and waits; who does not end in time is killed. Nothing is
  /// started any more.
  public void end(List<String> kinds) {
    ending = true;
    try {
      var leaving = onThread(() -> askToEnd(kinds));
      if (!Waiting.until(END, () -> leaving.stream().noneMatch(ProcessHandle::isAlive))) {
        leaving.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// On the supervisor's thread: a part that is just being started is ended like the others.
  private List<ProcessHandle> askToEnd(List<String> kinds) {
    var leaving = watched.stream().filter(one -> kinds.contains(one.part().kind())).toList();
    var processes = leaving.stream().flatMap(one -> one.running().stream()).toList();
    leaving.forEach(Watched::end);
    watched.removeAll(leaving);
    return processes;
  }

  public void close() {
    thread.shutdownNow();
  }

  private void rotateLogs() {
    for (var one : List.copyOf(watched)) {
      try {
        rotation.rotate(one.part().log());
      } catch (RuntimeException e) {
        say.accept("the log of %s could not be rotated: %s".formatted(one.part().name(), e));
      }
    }
  }

  private <T> T onThread(Callable<T> work) throws IOException {
    Future<T> result = thread.submit(work);
    try {
      return result.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("The start was interrupted: run it again.", e);
    }
  }
}
