package tmi.migration;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// Where the database is, who migrates, and the passwords that the services are to sign in with.
///
/// @param patience how long a database that does not answer yet is waited for
public record Settings(
    String host,
    int port,
    String database,
    String user,
    String password,
    Map<RuntimeRole, String> rolePasswords,
    Duration patience) {

  public Settings {
    rolePasswords = Map.copyOf(rolePasswords);
  }

  public static Settings from(Map<String, String> environment) {
    var passwords = new EnumMap<RuntimeRole, String>(RuntimeRole.class);
    for (var role : RuntimeRole.values()) {
      var password = environment.get(role.passwordVariable());
      if (password != null && !password.isEmpty()) {
        passwords.put(role, password);
      }
    }
    return new Settings(
        environment.getOrDefault("DB_HOST", "127.0.0.1"),
        number(environment, "DB_PORT", 5432),
        environment.getOrDefault("DB_NAME", "tmi"),
        environment.getOrDefault("DB_USERNAME", "postgres"),
        environment.getOrDefault("DB_PASSWORD", ""),
        passwords,
        Duration.ofSeconds(number(environment, "TMI_MIGRATION_WAIT_SECONDS", 60)));
  }

  String url(String database) {
    return "jdbc:postgresql://%s:%d/%s?ApplicationName=tmi-migration&connectTimeout=10"
        .formatted(host, port, Quoting.inUrl(database));
  }

  String address() {
    return host + ":" + port;
  }

  /// Leaves the passwords out, so that no log can hold them.
  @Override
  public String toString() {
    return "%s@%s/%s".formatted(user, address(), database);
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    var text = environment.get(name);
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      throw new Refusal("%s is %s, which is not a number: correct it.".formatted(name, text), e);
    }
  }
}
