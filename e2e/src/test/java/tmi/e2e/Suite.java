package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;
import tmi.testkit.TestRedis;

/// A suite of its own: stores of the test, services by `./tmi up`, two replicas of collab-service.
final class Suite implements AutoCloseable {
  private static final long START_MINUTES = 8;
  private final Path root = root();
  private final Path data;
  private final int port;
  private final Stores stores = Stores.forService("auth");

  private Suite() {
    try {
      data = Files.createTempDirectory("tmi-e2e");
      port = freePort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Suite start() {
    Suite suite = new Suite();
    suite.stores.start();
    String said =
        suite.tmi(
            "up",
            "--detach",
            "--port",
            "" + suite.port,
            "--replicas",
            "collab-service=2",
            "--replicas",
            "webhook-service=2");
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
    for (JsonNode part : Visitor.json(tmi("status", "--json")).get("parts")) {
      if (part.get("name").asText().startsWith(service)) {
        replicas.add(part);
      }
    }
    return replicas;
  }

  /// `kill -9` of one replica; the launcher starts it again.
  void kill(JsonNode replica) {
    ProcessHandle.of(replica.get("pid").asLong()).ifPresent(ProcessHandle::destroyForcibly);
  }

  String tmi(String... arguments) {
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
      assertThat(process.exitValue()).as(text).isZero();
      return text;
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
        Map.entry("DB_PASSWORD", "test"),
        Map.entry("REDIS_HOST", "127.0.0.1"),
        Map.entry("REDIS_PORT", "" + stores.redis().port()),
        Map.entry("REDIS_PASSWORD", stores.redis().password()),
        Map.entry("TMI_DEV_ROLES", "ada:admin;rex:reviewer"),
        Map.entry("TMI_DISABLE_RATE_LIMITING", "true"));
  }

  @Override
  public void close() {
    tmi("down");
    stores.stop();
  }

  private static Path root() {
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
