package tmi.image.train;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tmi.image.program.JavaArguments;
import tmi.image.program.Program;
import tmi.launcher.port.Ports;
import tmi.testkit.Awaits;

/// The service while it is asked.
final class Trainee implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final int ENDED_BY_TERM = 143;

  private final Process process;
  private final int port;
  private final int healthPort;
  private final HttpClient http = HttpClient.newHttpClient();

  private Trainee(Process process, int port, int healthPort) {
    this.process = process;
    this.port = port;
    this.healthPort = healthPort;
  }

  static Trainee start(
      Path java, Program program, Path folder, List<String> options, Map<String, String> settings)
      throws IOException {
    var port = Ports.free();
    var command = new ArrayList<>(List.of(java.toString()));
    command.addAll(JavaArguments.common());
    command.addAll(options);
    command.add("-jar");
    command.add(folder.resolve(program.jar()).toString());
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(settings);
    builder.environment().put("SERVER_PORT", "" + port);
    var healthPort = program == Program.GATEWAY ? Ports.free() : port;
    if (program == Program.GATEWAY) {
      builder.environment().put("TMI_MANAGEMENT_PORT", "" + healthPort);
    }
    var trainee = new Trainee(builder.start(), port, healthPort);
    try {
      Awaits.until(program.module() + " is ready", START, trainee::isReady);
      return trainee;
    } catch (RuntimeException e) {
      trainee.close();
      throw e;
    }
  }

  int port() {
    return port;
  }

  /// Its JVM writes the cache while it ends.
  void end() throws InterruptedException {
    process.destroy();
    if (process.waitFor() != ENDED_BY_TERM) {
      throw new IllegalStateException("the training ended with " + process.exitValue());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new IllegalStateException("the service ended with " + process.exitValue());
    }
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/q/health/ready".formatted(healthPort)))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // it does not listen yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
