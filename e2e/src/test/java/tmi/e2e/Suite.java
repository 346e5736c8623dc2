package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;
import tmi.testkit.TestRedis;

/// A suite of its own: stores of the test, services by `./tmi up` of a checkout, several replicas.
final class Suite implements AutoCloseable {
  private static final long START_MINUTES = 8;

  /// Every suite of a test has the same passwords and keys, so that two may share their stores.
  private static final String SHARED = "5e".repeat(32);

  private final Path root;
  private final Path data;
  private final int port;
  private final Stores stores;

  private Suite(Path root, Stores stores) {
    this.root = root;
    this.stores = stores;
    try {
      data = Files.createTempDirectory("tmi-e2e");
      port = freePort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The suite of this checkout, two replicas of what is live, on stores that end with it.
  static Suite start() {
    Stores stores = Stores.forService("auth");
    stores.start();
    return start(root(), stores, "collab-service=2", "webhook-service=2");
  }

  /// The suite of any checkout on stores that others may use as well.
  static Suite start(Path root, Stores stores, String... replicas) {
    Suite suite = new Suite(root, stores);
    List<String> order = new ArrayList<>(List.of("up", "--detach", "--port", "" + suite.port));
    for (String some : replicas) {
      order.addAll(List.of("--replicas", some));
    }
    String said = suite.tmi(order.toArray(String[]::new));
    assertThat(said).contains("http://127.0.0.1:" + suite.port);
    return suite;
  }

  URI gateway() {
    return URI.create("http://127.0.0.1:" + port);
  }

  TestRedis redis() {
    return stores.redis();
  }

  TestDatabase database() {
    return stores.database();
  }

  /// What `./tmi status` tells of a service's replicas.
  List<JsonNode> replicas(String service) {
    List<JsonNode> replicas = new ArrayList<>();
    for (JsonNode part : Visitor.json(said("status", "--json").text()).get("parts")) {
      if (part.get("name").asText().startsWith(service)) {
        replicas.add(part);
      }
    }
    return replicas;
  }

  /// All services, ready again after a kill.
  void awaitReady() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() ->
            services().stream().allMatch(part -> "ready".equals(part.path("health").asText())));
  }

  List<JsonNode> services() {
    return replicas("").stream()
        .filter(part -> part.get("name").asText().contains("-service"))
        .toList();
  }

  /// `kill -9` of one replica; the launcher starts it again.
  void kill(JsonNode replica) {
    ProcessHandle.of(replica.get("pid").asLong()).ifPresent(ProcessHandle::destroyForcibly);
  }

  String tmi(String... arguments) {
    Said said = said(arguments);
    assertThat(said.exit()).as(said.text()).isZero();
    return said.text();
  }

  private record Said(int exit, String text) {}

  /// `./tmi status` ends with 1 while something is not ready; that is news, not a fault.
  private Said said(String... arguments) {
    List<String> command = new ArrayList<>(List.of(root.resolve("tmi").toString()));
    command.addAll(List.of(arguments));
    try {
      Path said = Files.createTempFile(data, "said", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().putAll(environment());
      Process process = builder.start();
      boolean ended = process.waitFor(START_MINUTES, TimeUnit.MINUTES);
      String text = Files.readString(said);
      assertThat(ended).as(text).isTrue();
      return new Said(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("TMI_DATA", data.toString()),
        Map.entry("DB_HOST", "127.0.0.1"),
        Map.entry("DB_PORT", "" + stores.database().port()),
        Map.entry("DB_NAME", stores.database().name()),
        Map.entry("DB_USERNAME", "postgres"),
        // Every database of the test cluster uses the same roles.
        Map.entry("TMI_DB_ROLES_SHARED", "true"),
        Map.entry("DB_PASSWORD", "test"),
        Map.entry("REDIS_HOST", "127.0.0.1"),
        Map.entry("REDIS_PORT", "" + stores.redis().port()),
        Map.entry("REDIS_PASSWORD", stores.redis().password()),
        Map.entry("TMI_AUTH_DB_PASSWORD", SHARED),
        Map.entry("TMI_MODEL_DB_PASSWORD", SHARED),
        Map.entry("TMI_COLLAB_DB_PASSWORD", SHARED),
        Map.entry("TMI_WEBHOOK_DB_PASSWORD", SHARED),
        Map.entry("TMI_KEY_ENCRYPTION_KEY", SHARED),
        Map.entry("TMI_WEBHOOK_SECRET_KEY", SHARED),
        Map.entry("TMI_DEV_ROLES", "ada:admin;rex:reviewer"),
        Map.entry("TMI_DISABLE_RATE_LIMITING", "true"));
  }

  /// Ends the services; the stores may still serve another suite.
  void down() {
    tmi("down");
  }

  @Override
  public void close() {
    down();
    stores.stop();
  }

  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("mvnw"))) {
      here = here.getParent();
    }
    return here;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
