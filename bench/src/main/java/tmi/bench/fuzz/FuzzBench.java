package tmi.bench.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import tmi.bench.suite.BenchSuite;
import tmi.launcher.service.ServiceName;

/// `./tmi bench fuzz`: the long form, on a suite of its own.
public final class FuzzBench {
  private static final int REQUESTS = 100_000;

  /// One in so many requests may be told that the suite is busy.
  private static final int MOST_OVERLOADS = 1_000;

  private FuzzBench() {}

  /// @param arguments root of the checkout, then `--requests N` and `--seed S`
  public static void main(String[] arguments) throws IOException {
    Deque<String> words = new ArrayDeque<>(List.of(arguments));
    Path root = Path.of(words.pop());
    int requests = REQUESTS;
    long seed = System.nanoTime() & 0xFFFFFF;
    while (!words.isEmpty()) {
      switch (words.pop()) {
        case "--requests" -> requests = Integer.parseInt(words.pop());
        case "--seed" -> seed = Long.parseLong(words.pop());
        default -> throw new IllegalArgumentException("--requests N and --seed S are understood");
      }
    }
    System.exit(run(root, requests, seed) ? 0 : 1);
  }

  private static boolean run(Path root, int requests, long seed) throws IOException {
    try (BenchSuite suite = BenchSuite.start(root, Map.of(ServiceName.COLLAB, 2))) {
      System.out.printf("fuzz of %,d requests with seed %d%n", requests, seed);
      Fuzz fuzz = new Fuzz(suite.door(), System.out::println);
      fuzz.run(requests / 10, seed + 1);
      Growth growth = new Growth(suite::services, suite::databaseConnections);
      fuzz.run(requests, seed);
      growth.findings().forEach(one -> fuzz.findings().add(one, "--seed " + seed, ""));
      System.out.println(growth.table());
      System.out.println("statuses: " + fuzz.statuses());
      System.out.print(fuzz.findings().table());
      System.out.printf(
          "%d findings, %d overloads%n", fuzz.findings().all().size(), fuzz.overloads());
      return fuzz.findings().all().isEmpty() && fuzz.overloads() * MOST_OVERLOADS <= requests;
    }
  }
}
