package tmi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tmi.launcher.port.Ports;
import tmi.testkit.Stores;

/// S1: start and memory of each service, as fast-jar and from a trained AOT cache, beside a bare
/// Quarkus service in the same two layouts. Every round starts all of them in turn, so that the
/// baseline is of the same minute.
final class StartScenario {

  private static final int ROUNDS = 3;
  private static final int READS = 1000;
  private static final int TRAINING_READS = 30;
  private static final double GATE_START = 6;
  private static final double GATE_MEMORY = 3;
  private static final String KEY = "00".repeat(32);

  private final Path root;
  private final Map<String, String> settings;
  private final String bearer;
  private final Map<String, List<Double>> values = new HashMap<>();

  /// @param settings what the stores said when they were started
  StartScenario(Path root, Stores stores, Map<String, String> settings) {
    this.root = root;
    this.settings = settings;
    this.bearer = stores.tokens().administrator("starter").bearer();
  }

  List<Row> run() {
    var hello = new Startable("hello", root.resolve("bench/hello"), Map.of(), "/hello");
    var all = new ArrayList<>(List.of(hello));
    all.addAll(services());
    all.forEach(Startable::checkBuilt);
    try {
      train(hello);
      for (var service : services()) {
        trainAsInItsImage(service);
      }
      for (int i = 0; i < ROUNDS; i++) {
        for (var one : all) {
          measure(one, "fast-jar", one.fastJar());
          measure(one, "AOT cache", one.trained());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return services().stream().flatMap(service -> rows(service).stream()).toList();
  }

  private List<Startable> services() {
    return List.of(
        service("auth", "/oauth2/userinfo", Map.of("TMI_KEY_ENCRYPTION_KEY", KEY)),
        service("model", "/threat_models", Map.of()),
        service("collab", "/me/sessions", Map.of()),
        service("webhook", "/admin/webhooks/subscriptions", Map.of("TMI_WEBHOOK_SECRET_KEY", KEY)),
        new Startable(
            "gateway",
            root.resolve("gateway"),
            Map.of(StartedProgram.HEALTH_PORT, "" + Ports.free()),
            "/"));
  }

  private Startable service(String word, String read, Map<String, String> more) {
    var own = new LinkedHashMap<>(more);
    own.put("DB_USERNAME", "tmi_" + word);
    return new Startable(word + "-service", root.resolve(word + "-service"), own, read);
  }

  private void measure(Startable one, String layout, List<String> program) throws IOException {
    try (var started = new StartedProgram(program, settingsOf(one), bearer)) {
      note(one, layout, "ready and read", started.untilRead(one.read()));
      note(one, layout, "ready memory", started.memory());
      started.read(one.read(), READS);
      note(one, layout, "memory", started.memory());
    }
  }

  private Map<String, String> settingsOf(Startable one) {
    var all = new HashMap<>(settings);
    all.putAll(one.settings());
    return all;
  }

  private void note(Startable one, String layout, String what, double value) {
    System.out.printf("%s, %s, %s: %.0f%n", one.name(), layout, what, value);
    values.computeIfAbsent(key(one.name(), layout, what), key -> new ArrayList<>()).add(value);
  }

  private List<Row> rows(Startable service) {
    var rows = new ArrayList<Row>();
    for (var layout : List.of("fast-jar", "AOT cache")) {
      rows.add(
          row(service, layout, "ready and read", "start to ready and one read", "ms", GATE_START));
    }
    rows.add(row(service, "AOT cache", "ready memory", "resident when ready", "MB", GATE_MEMORY));
    rows.add(row(service, "AOT cache", "memory", "resident after 1,000 reads", "MB", GATE_MEMORY));
    return rows;
  }

  private Row row(
      Startable service, String layout, String what, String words, String unit, double gate) {
    return new Row(
        "%s, %s: %s".formatted(service.name(), layout, words),
        unit,
        Rounds.median(values.get(key("hello", layout, what))),
        Rounds.median(values.get(key(service.name(), layout, what))),
        false,
        gate);
  }

  private static String key(String name, String layout, String what) {
    return name + " " + layout + " " + what;
  }

  private void train(Startable hello) throws IOException {
    if (hello.isTrained()) {
      return;
    }
    try (var trainee = new StartedProgram(hello.inTraining(), settings, bearer)) {
      trainee.untilRead(hello.read());
      trainee.read(hello.read(), TRAINING_READS);
    }
  }

  /// By the very program that trains the cache of its image.
  private void trainAsInItsImage(Startable service) throws IOException {
    if (service.isTrained()) {
      return;
    }
    var builder =
        new ProcessBuilder(
                root.resolve("image/train").toString(), service.name(), service.folder().toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (builder.start().onExit().join().exitValue() != 0) {
      throw new IllegalStateException(
          "image/train %s failed: run it by hand".formatted(service.name()));
    }
  }
}
