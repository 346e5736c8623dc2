package tmi.launcher.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tmi.launcher.Checkout;
import tmi.launcher.Refusal;
import tmi.launcher.service.StoreAddress;

/// Runs the migration program, the same that the Kubernetes Job runs.
final class MigrationStep {

  private final Checkout checkout;
  private final Consumer<String> say;

  MigrationStep(Checkout checkout, Consumer<String> say) {
    this.checkout = checkout;
    this.say = say;
  }

  static Path jar(Checkout checkout) {
    return checkout.module("migration").resolve("target/migration.jar");
  }

  /// Answers `separate` or `single`: whether each service has its own role.
  String run(StoreAddress stores, Map<String, String> rolePasswords) throws IOException {
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-jar",
                jar(checkout).toString())
            .redirectErrorStream(true);
    var environment = builder.environment();
    environment.putAll(rolePasswords);
    if (environment.getOrDefault("DB_HOST", "").isBlank()) {
      environment.keySet().removeIf(name -> name.startsWith("DB_SSL_")); // its own is on loopback
    }
    environment.put("DB_HOST", stores.databaseHost());
    environment.put("DB_PORT", "" + stores.databasePort());
    environment.put("DB_NAME", stores.database());
    environment.put("DB_USERNAME", stores.user());
    environment.put("DB_PASSWORD", stores.password());
    environment.putIfAbsent("TMI_MIGRATION_WAIT_SECONDS", "20");
    return outcome(builder.start());
  }

  private String outcome(Process process) throws IOException {
    List<String> lines = new ArrayList<>();
    try (var output = process.inputReader()) {
      output.lines().forEach(lines::add);
    }
    try {
      if (process.waitFor() != 0) {
        throw new Refusal(
            lines.isEmpty()
                ? "The migration failed without a word: run it again."
                : lines.getLast());
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new Refusal("The start was interrupted: run it again.", e);
    }
    lines.stream().filter(MigrationStep::isNews).forEach(line -> say.accept("migration: " + line));
    return lines.getLast().replace("roles: ", "");
  }

  /// Sets that were up to date already are not worth a line.
  private static boolean isNews(String line) {
    return !line.endsWith(", 0 new") && !line.equals("roles: separate");
  }
}
