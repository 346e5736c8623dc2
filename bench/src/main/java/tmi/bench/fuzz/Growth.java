package tmi.bench.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tmi.bench.suite.ServiceProcess;

/// Whether the processes hold more than before. What is above a bound is given time to come down:
/// idle connections end by themselves.
public final class Growth {
  private static final long MORE_HEAP = 48L << 20;
  private static final int MORE_FILES = 60;
  private static final int MORE_THREADS = 30;
  private static final int MORE_CONNECTIONS = 10;
  private static final long PATIENCE = 90_000_000_000L;
  private static final long STEP = 3_000_000_000L;

  private final Supplier<List<ServiceProcess>> processes;
  private final LongSupplier databaseConnections;
  private final Map<String, Use> before = new TreeMap<>();
  private final Map<String, Use> after = new TreeMap<>();
  private final long connectionsBefore;
  private long connectionsAfter;

  /// Measures at once; do so when caches and pools are warm.
  ///
  /// @param processes that run now
  /// @param databaseConnections of the services at this moment
  public Growth(Supplier<List<ServiceProcess>> processes, LongSupplier databaseConnections) {
    this.processes = processes;
    this.databaseConnections = databaseConnections;
    processes.get().forEach(one -> before.put(one.name(), Use.of(one)));
    connectionsBefore = databaseConnections.getAsLong();
  }

  /// What grew beyond its bound, in sentences.
  public List<String> findings() {
    long end = System.nanoTime() + PATIENCE;
    List<String> grown = look();
    while (!grown.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(STEP);
      grown = look();
    }
    return grown;
  }

  public String table() {
    String lines =
        after.values().stream()
            .map(now -> line(before.getOrDefault(now.name(), now), now))
            .collect(Collectors.joining());
    return "  process              heap after GC     open files     threads%n%s  connections to PostgreSQL: %d, then %d%n"
        .formatted(lines, connectionsBefore, connectionsAfter);
  }

  private static String line(Use old, Use now) {
    return "  %-20s %4d -> %3d MB    %4d -> %4d   %3d -> %3d%n"
        .formatted(
            now.name(),
            old.heap() >> 20,
            now.heap() >> 20,
            old.files(),
            now.files(),
            old.threads(),
            now.threads());
  }

  private List<String> look() {
    List<String> grown = new ArrayList<>();
    processes.get().forEach(one -> compare(Use.of(one), grown));
    connectionsAfter = databaseConnections.getAsLong();
    judge(
        "connections to PostgreSQL", connectionsBefore, connectionsAfter, MORE_CONNECTIONS, grown);
    return grown;
  }

  private void compare(Use now, List<String> grown) {
    Use old = before.getOrDefault(now.name(), now);
    after.put(now.name(), now);
    judge("heap of " + now.name(), old.heap(), now.heap(), MORE_HEAP, grown);
    judge("open files of " + now.name(), old.files(), now.files(), MORE_FILES, grown);
    judge("threads of " + now.name(), old.threads(), now.threads(), MORE_THREADS, grown);
  }

  private static void judge(String what, long old, long now, long bound, List<String> grown) {
    if (now > old + bound) {
      grown.add("%s grew from %,d to %,d, by more than %,d".formatted(what, old, now, bound));
    }
  }
}
