package tmi.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tmi.image.program.Program;
import tmi.launcher.port.Ports;
import tmi.testkit.Awaits;

/// A service that was started from its image.
final class ServiceInImage implements AutoCloseable {

  private final Process process;
  private final int port;
  private final int healthPort;
  private final File log;
  private final HttpClient http = HttpClient.newHttpClient();

  private ServiceInImage(Process process, int port, int healthPort, File log) {
    this.process = process;
    this.port = port;
    this.healthPort = healthPort;
    this.log = log;
  }

  static ServiceInImage start(Program program, Map<String, String> settings) {
    var obstacle = Confined.obstacle();
    assumeTrue(obstacle.isEmpty(), obstacle);
    try {
      var port = Ports.free();
      var all = new HashMap<>(settings);
      all.put("SERVER_PORT", "" + port);
      var healthPort = program == Program.GATEWAY ? Ports.free() : port;
      if (program == Program.GATEWAY) {
        all.put("TMI_MANAGEMENT_PORT", "" + healthPort);
      }
      var log = Path.of("target", program.module() + "-image.log").toFile();
      var image = BuiltImages.of(program);
      var begin = System.nanoTime();
      var service = new ServiceInImage(Confined.start(image, all, log), port, healthPort, log);
      Awaits.until("ready", Duration.ofSeconds(60), service::isReady);
      System.out.printf(
          "%s: ready after %d ms, %s%n",
          program.module(), (System.nanoTime() - begin) / 1_000_000, service.status("VmRSS"));
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> ask(String method, String path, String bearer, String body) {
    return send(
        request(path)
            .header("Authorization", bearer)
            .header("Content-Type", "application/json")
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  /// One line of what the kernel says about the process.
  String status(String name) {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines.filter(line -> line.startsWith(name)).findFirst().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As an engine does; gives the exit code.
  int stop() {
    process.destroy();
    return process.onExit().join().exitValue();
  }

  String log() {
    try {
      return Files.readString(log.toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new IllegalStateException("ended with %d: %s".formatted(process.exitValue(), log()));
    }
    try {
      var ready = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(healthPort));
      return http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
