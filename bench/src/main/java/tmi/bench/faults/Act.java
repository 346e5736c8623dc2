package tmi.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import tmi.bench.suite.BenchSuite;
import tmi.bench.suite.ServiceProcess;

/// One thing that is done to processes of the suite.
///
/// @param stopped how long they stand still; null when they are killed
/// @param parts by name
record Act(Duration stopped, List<String> parts) {

  static Act kill(String... parts) {
    return new Act(null, List.of(parts));
  }

  static Act stop(int seconds, String... parts) {
    return new Act(Duration.ofSeconds(seconds), List.of(parts));
  }

  String words() {
    String what =
        stopped == null ? "kill -9" : "SIGSTOP %d s, SIGCONT".formatted(stopped.toSeconds());
    return String.join(" and ", parts) + ": " + what;
  }

  void begin(BenchSuite suite) {
    signal(suite, stopped == null ? "KILL" : "STOP");
  }

  void end(BenchSuite suite) {
    if (stopped != null) {
      signal(suite, "CONT");
    }
  }

  private void signal(BenchSuite suite, String name) {
    for (ServiceProcess process : suite.processes()) {
      if (parts.contains(process.name())) {
        family(process.pid()).forEach(pid -> send(name, pid));
      }
    }
  }

  /// PostgreSQL is a process a connection: they stand still together, and a killed postmaster's
  /// children end by themselves.
  private List<Long> family(long pid) {
    LongStream children =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::descendants)
            .mapToLong(ProcessHandle::pid);
    LongStream self = LongStream.of(pid);
    return (stopped == null ? self : LongStream.concat(self, children)).boxed().toList();
  }

  private static void send(String signal, long pid) {
    try {
      new ProcessBuilder("kill", "-" + signal, "" + pid).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
