package tmi.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tmi.launcher.port.Ports;
import tmi.launcher.store.Binaries;
import tmi.launcher.store.Durability;
import tmi.launcher.store.Folders;
import tmi.launcher.store.Postgres;

/// An empty PostgreSQL for one test.
final class Server implements AutoCloseable {

  /// The source tree of this project.
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  static final String PASSWORD = "it's \"secret\" %$1";

  private final Path folder;
  final int port = Ports.free();
  final List<String> said = new ArrayList<>();
  private final Process process;

  Server() throws Exception {
    folder = Files.createTempDirectory("tmi-migration-");
    process =
        new Postgres(
                new Binaries(Path.of("../.tmi/test/bin").toAbsolutePath().normalize()),
                folder.resolve("pg"),
                log(),
                Durability.PASSING)
            .start(port, PASSWORD);
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  RoleMode migrate(Settings settings) {
    return migrate(settings, ROOT);
  }

  /// Runs the sets of another source tree.
  RoleMode migrate(Settings settings, Path root) {
    return new Migration(settings, new ScriptSource.SourceTree(root), said::add).migrate();
  }

  Settings as(String user) {
    return as(user, PASSWORD, "tmi");
  }

  Settings as(String user, String password, String database) {
    return settings(user, password, database, Map.of());
  }

  /// Settings with further variables. Every role's password is its usual name and the password of
  /// all, unless another is given.
  Settings settings(String user, String password, String database, Map<String, String> more) {
    var variables = new HashMap<String, String>();
    for (var role : RuntimeRole.values()) {
      variables.put(role.passwordVariable(), "tmi_" + role.placeholder() + PASSWORD);
    }
    variables.put("DB_PORT", "" + port);
    variables.put("DB_NAME", database);
    variables.put("DB_USERNAME", user);
    variables.put("DB_PASSWORD", password);
    variables.put("TMI_MIGRATION_WAIT_SECONDS", "5");
    variables.putAll(more);
    return Settings.from(variables);
  }

  Connection connect(String user, String password, String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, password);
  }

  void run(String database, String... statements) throws SQLException {
    try (var connection = connect("postgres", PASSWORD, database);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  List<String> column(String sql) throws SQLException {
    return column("tmi", sql);
  }

  List<String> column(String database, String sql) throws SQLException {
    try (var connection = connect("postgres", PASSWORD, database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /// A user that is nothing yet, with the password of all.
  void user(String name, String... attributes) throws SQLException {
    run(
        "postgres",
        "create role %s login password '%s' %s"
            .formatted(name, PASSWORD.replace("'", "''"), String.join(" ", attributes)));
  }

  @Override
  public void close() throws Exception {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    Folders.delete(folder);
  }
}
