package tmi.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/// Starts the processes that are measured, each in a JVM of its own with the same memory.
final class Machine implements AutoCloseable {
  private static final List<String> JVM = List.of("-Xmx256m", "-XX:+UseSerialGC");
  private final Path root;
  private final Map<String, String> settings;
  private final List<Process> processes = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  Machine(Path root, Map<String, String> settings) {
    this.root = root;
    this.settings = settings;
  }

  /// A packaged service under its own role, ready to answer.
  int service(String name, String role) {
    Path jar = root.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
    int port = start(List.of("-jar", jar.toString()), Map.of("DB_USERNAME", role));
    awaitOk(port, "/q/health/ready");
    return port;
  }

  /// A baseline of this module.
  int baseline(Class<?> main, String role) {
    String classes = System.getProperty("java.class.path");
    int port = start(List.of("-cp", classes, main.getName()), Map.of("DB_USERNAME", role));
    awaitOk(port, "/ready");
    return port;
  }

  private int start(List<String> program, Map<String, String> more) {
    try {
      int port = freePort();
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(JVM);
      command.addAll(program);
      File log = Files.createTempFile("tmi-bench", ".log").toFile();
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
      builder.environment().putAll(settings);
      builder.environment().putAll(more);
      builder.environment().put("SERVER_PORT", "" + port);
      builder.environment().put("TMI_DISABLE_RATE_LIMITING", "true");
      processes.add(builder.start());
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitOk(int port, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(() -> http.send(request, BodyHandlers.discarding()).statusCode() == 200);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
  }
}
