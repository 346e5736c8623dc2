package tmi.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tmi.bench.suite.BenchSuite;
import tmi.launcher.service.ServiceName;

/// `./tmi bench faults`; exits with 1 when an act was not survived as promised.
public final class FaultBench {
  private static final int STOPPED = 8;
  private static final Map<ServiceName, Integer> REPLICAS =
      Map.of(
          ServiceName.AUTH, 2,
          ServiceName.MODEL, 2,
          ServiceName.COLLAB, 2,
          ServiceName.WEBHOOK, 2);

  private static final List<Act> ACTS =
      List.of(
          Act.kill("auth-service"),
          Act.kill("auth-service", "auth-service-2"),
          Act.kill("model-service"),
          Act.kill("model-service-2"),
          Act.kill("model-service", "model-service-2"),
          Act.kill("collab-service"),
          Act.kill("collab-service-2"),
          Act.kill("collab-service", "collab-service-2"),
          Act.kill("webhook-service"),
          Act.kill("webhook-service", "webhook-service-2"),
          Act.kill("gateway"),
          Act.kill("redis"),
          Act.kill("postgres"),
          Act.stop(STOPPED, "auth-service"),
          Act.stop(STOPPED, "model-service"),
          Act.stop(STOPPED, "collab-service"),
          Act.stop(STOPPED, "webhook-service"),
          Act.stop(STOPPED, "gateway"),
          Act.stop(STOPPED, "redis"),
          Act.stop(STOPPED, "postgres"));

  private FaultBench() {}

  /// @param arguments root of the checkout, then perhaps a pattern of the acts to try; then nothing
  ///   is written
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Pattern wanted = Pattern.compile(arguments.length > 1 ? arguments[1] : "");
    List<Outcome> outcomes = new ArrayList<>();
    Watch watch = new Watch();
    try (BenchSuite suite = BenchSuite.start(root, REPLICAS);
        Hook hook = new Hook();
        Loads loads = new Loads(suite, watch, hook)) {
      loads.start();
      Trial trial = new Trial(suite, loads, watch, hook);
      for (Act act : ACTS.stream().filter(one -> wanted.matcher(one.words()).find()).toList()) {
        Outcome outcome = trial.of(act);
        outcomes.add(outcome);
        System.out.printf("%s, %d answers%n", outcome, watch.answers());
      }
    }
    String table = FaultTable.of(outcomes);
    System.out.println(table);
    if (wanted.pattern().isEmpty()) {
      Files.writeString(root.resolve("bench/FAULTS.md"), table);
    }
    System.exit(outcomes.stream().allMatch(Outcome::holds) ? 0 : 1);
  }
}
