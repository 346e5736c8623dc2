package tmi.launcher.service;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The services, in the order in which they are started.
public enum ServiceName {
  AUTH(true),
  MODEL(true),
  COLLAB(true),
  WEBHOOK(true),
  GATEWAY(false);

  private final boolean hasRole;

  ServiceName(boolean hasRole) {
    this.hasRole = hasRole;
  }

  /// The module, and the name that people use: `auth-service`, `gateway`.
  public String module() {
    return this == GATEWAY ? "gateway" : word() + "-service";
  }

  /// Whether it signs in to PostgreSQL.
  public boolean hasRole() {
    return hasRole;
  }

  /// @param prefix what the roles of this installation begin with
  public String role(String prefix) {
    return prefix + word();
  }

  /// Under which name the launcher keeps the password of the role, whatever the role is called.
  public String passwordFile() {
    return "tmi_" + word();
  }

  /// The variable by which an operator names this role's password to the migration step.
  public String passwordVariable() {
    return "TMI_" + name() + "_DB_PASSWORD";
  }

  /// The variable by which the gateway learns the replicas.
  public String urlsVariable() {
    return "TMI_" + name() + "_URLS";
  }

  public static Optional<ServiceName> of(String text) {
    return Stream.of(values())
        .filter(service -> service.module().equals(text) || service.word().equals(text))
        .findFirst();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
