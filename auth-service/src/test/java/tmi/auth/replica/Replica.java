package tmi.auth.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tmi.testkit.Awaits;

/// The packaged service as a process of its own, which may be killed at any moment.
record Replica(Process process, int port) {
  private static final String JAR = "target/quarkus-app/quarkus-run.jar";

  static Replica start(Map<String, String> settings) {
    int port = freePort();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(java, "-Xmx192m", "-jar", JAR)
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "replica-" + port + ".log").toFile());
    builder.environment().putAll(settings);
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    try {
      return new Replica(builder.start(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Replica ready() {
    Awaits.until("ready", Duration.ofSeconds(120), this::isReady);
    return this;
  }

  String base() {
    return "http://127.0.0.1:" + port;
  }

  /// As `kill -9`.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new IllegalStateException("the replica ended; see target/replica-" + port + ".log");
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base() + "/q/health/ready"))
              .timeout(Duration.ofSeconds(2))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
