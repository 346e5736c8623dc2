package tmi.migration;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Where the database is (past a pooler: `TMI_MIGRATION_DB_HOST`, `TMI_MIGRATION_DB_PORT`), who
/// migrates, and the passwords that the services are to sign in with.
///
/// @param roles what the roles are called
/// @param rolesShared whether the operator said that another database of this server uses the same
///   roles
/// @param tls how the line to the database is secured
/// @param patience how long a database that does not answer yet is waited for
public record Settings(
    String host,
    int port,
    String database,
    String user,
    String password,
    Map<RuntimeRole, String> rolePasswords,
    RoleNames roles,
    boolean rolesShared,
    StoreTls tls,
    Duration patience) {

  private static final int CONNECT_SECONDS = 10;

  public Settings {
    rolePasswords = Map.copyOf(rolePasswords);
  }

  /// From environment variables. An empty one counts as unset.
  public static Settings from(Map<String, String> environment) {
    var passwords = new EnumMap<RuntimeRole, String>(RuntimeRole.class);
    for (var role : RuntimeRole.values()) {
      var password = environment.get(role.passwordVariable());
      if (password != null && !password.isEmpty()) {
        passwords.put(role, password);
      }
    }
    return new Settings(
        text(environment, "TMI_MIGRATION_DB_HOST", text(environment, "DB_HOST", "127.0.0.1")),
        number(environment, "TMI_MIGRATION_DB_PORT", number(environment, "DB_PORT", 5432)),
        text(environment, "DB_NAME", "tmi"),
        text(environment, "DB_USERNAME", "postgres"),
        environment.getOrDefault("DB_PASSWORD", ""),
        passwords,
        new RoleNames(text(environment, RoleNames.VARIABLE, RoleNames.DEFAULT)),
        text(environment, "TMI_DB_ROLES_SHARED", "false").equals("true"),
        StoreTls.from(environment),
        Duration.ofSeconds(number(environment, "TMI_MIGRATION_WAIT_SECONDS", 60)));
  }

  /// Connections to a database of the server. No statement stays prepared in the server: behind a
  /// pooler another connection would find it there, or not.
  DataSource source(String name) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {host});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(name);
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName("tmi-migration");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setPrepareThreshold(0);
    tls.into(source);
    return source;
  }

  String address() {
    return host + ":" + port;
  }

  /// Leaves the passwords out, so that no log can hold them.
  @Override
  public String toString() {
    return "%s@%s/%s".formatted(user, address(), database);
  }

  private static String text(Map<String, String> environment, String name, String otherwise) {
    var text = environment.get(name);
    return text == null || text.isBlank() ? otherwise : text.trim();
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    var text = text(environment, name, "" + otherwise);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Refusal("%s is %s, which is not a number: correct it.".formatted(name, text), e);
    }
  }
}
