package tmi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tmi.launcher.port.Ports;

/// One process from its exec on.
final class StartedProgram implements AutoCloseable {

  /// The setting of a program that answers health questions at a port of its own.
  static final String HEALTH_PORT = "TMI_MANAGEMENT_PORT";

  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);
  private static final List<String> JVM =
      List.of(
          "-Xms32m",
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String bearer;
  private final int port = Ports.free();
  private final int healthPort;
  private final long begin;
  private final Process process;

  StartedProgram(List<String> program, Map<String, String> settings, String bearer)
      throws IOException {
    this.bearer = bearer;
    healthPort = Integer.parseInt(settings.getOrDefault(HEALTH_PORT, "" + port));
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(program);
    var log = Files.createTempFile("tmi-start", ".log").toFile();
    var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().putAll(settings);
    builder.environment().put("SERVER_PORT", "" + port);
    begin = System.nanoTime();
    process = builder.start();
  }

  /// Milliseconds from exec until it said that it is ready and gave the right answer to one read.
  double untilRead(String path) {
    awaitOk(healthPort, "/q/health/ready");
    awaitOk(port, path);
    return (System.nanoTime() - begin) / 1e6;
  }

  void read(String path, int times) {
    for (int i = 0; i < times; i++) {
      if (status(port, path) != 200) {
        throw new IllegalStateException(path + " is no longer answered");
      }
    }
  }

  /// Resident, in MB of a million bytes.
  double memory() {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow()
          * 1024
          / 1e6;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As an engine does; a JVM in training writes its cache meanwhile.
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private void awaitOk(int port, String path) {
    while (status(port, path) != 200) {
      if (!process.isAlive() || System.nanoTime() - begin > PATIENCE) {
        throw new IllegalStateException(path + " was never answered");
      }
      LockSupport.parkNanos(STEP);
    }
  }

  private int status(int port, String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", bearer)
            .build();
    try {
      return http.send(request, BodyHandlers.ofByteArray()).statusCode();
    } catch (IOException e) {
      return 0; // it does not listen yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
