package tmi.launcher.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tmi.launcher.Refusal;

/// A part with its process: started again with a growing wait whenever it dies. All of it happens
/// on the supervisor's one thread.
final class Watched {

  /// A process that a signal ended has this and the signal's number as its exit value.
  private static final int SIGNALLED = 128;

  private final Part part;
  private final ScheduledExecutorService thread;
  private final Consumer<String> say;
  private final Runnable changed;
  private final BackOff backOff = new BackOff();
  private Process process;
  private long startedNanos;
  private int deaths;
  private boolean ending;

  Watched(Part part, ScheduledExecutorService thread, Consumer<String> say, Runnable changed) {
    this.part = part;
    this.thread = thread;
    this.say = say;
    this.changed = changed;
  }

  Part part() {
    return part;
  }

  int deaths() {
    return deaths;
  }

  Optional<ProcessHandle> running() {
    return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
  }

  void start() throws IOException {
    startedNanos = System.nanoTime();
    process = part.launch().start();
    var started = process;
    started.onExit().thenRunAsync(() -> died(started), thread);
    changed.run();
  }

  /// From now on its end is no accident.
  void end() {
    ending = true;
    running().ifPresent(part.ending());
  }

  private void died(Process dead) {
    if (ending || dead != process) {
      return;
    }
    deaths++;
    var wait = backOff.afterDeath(Duration.ofNanos(System.nanoTime() - startedNanos));
    say.accept(
        "%s %s, starting it again in %d s; its log is %s"
            .formatted(part.name(), end(dead.exitValue()), wait.toSeconds(), part.log()));
    changed.run();
    startLater(wait);
  }

  /// Who was killed had no chance of last words.
  private String end(int exit) {
    return exit > SIGNALLED
        ? "was killed by signal %d".formatted(exit - SIGNALLED)
        : "died (exit %d: %s)".formatted(exit, LastLine.of(part.log()));
  }

  private void startLater(Duration wait) {
    thread.schedule(this::startAgain, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void startAgain() {
    if (ending) {
      return;
    }
    try {
      start();
    } catch (IOException | Refusal e) {
      var wait = backOff.afterDeath(Duration.ZERO);
      say.accept(
          "%s could not be started (%s), trying again in %d s"
              .formatted(part.name(), e.getMessage(), wait.toSeconds()));
      startLater(wait);
    }
  }
}
