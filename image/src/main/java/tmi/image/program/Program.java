package tmi.image.program;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/// What an image is made of: the five services, and the program that migrates.
public enum Program {
  AUTH,
  MODEL,
  COLLAB,
  WEBHOOK,
  GATEWAY,
  MIGRATION;

  /// The module, which is also the name of the image: `auth-service`, `gateway`, `migration`.
  public String module() {
    return isPlain() ? word() : word() + "-service";
  }

  public static Program named(String module) {
    return Stream.of(values())
        .filter(program -> program.module().equals(module))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no program is called " + module));
  }

  /// Whether it answers requests; the other one does its work and ends.
  public boolean isService() {
    return this != MIGRATION;
  }

  /// The role by which it signs in to PostgreSQL, for those that do.
  public String databaseRole() {
    return "tmi_" + word();
  }

  /// The folder that its build leaves.
  public Path built(Path checkout) {
    Path target = checkout.resolve(module()).resolve("target");
    return isService() ? target.resolve("quarkus-app") : target;
  }

  public String jar() {
    return isService() ? "quarkus-run.jar" : "migration.jar";
  }

  /// The parts of its folder that belong into an image, those first that change least.
  public Stream<String> parts() {
    return isService() ? Stream.of("lib", "quarkus", "app", jar()) : Stream.of("lib", jar());
  }

  private boolean isPlain() {
    return this == GATEWAY || this == MIGRATION;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
