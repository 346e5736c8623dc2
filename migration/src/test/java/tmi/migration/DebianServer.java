package tmi.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tmi.launcher.port.Ports;
import tmi.launcher.store.Folders;

/// An empty PostgreSQL of the machine's own packages, which bring `pg_dump` and `pg_restore` of the
/// same version along; the embedded one has neither.
final class DebianServer implements AutoCloseable {

  static final String OBSTACLE =
      "no PostgreSQL with its client programs is installed (Debian: apt-get install postgresql)";
  static final String PASSWORD = "test";

  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  final int port = Ports.free();
  private final Path folder;
  private final Process process;

  DebianServer() throws Exception {
    folder = Files.createTempDirectory("tmi-debian-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    var password = Files.writeString(folder.resolve("password"), PASSWORD);
    var data = folder.resolve("data").toString();
    var initdb =
        start(
            "initdb", "-D", data, "-U", "postgres", "--pwfile=" + password, "-A", "scram-sha-256");
    if (initdb.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(log()));
    }
    process =
        start(
            "postgres",
            "-D",
            data,
            "-p",
            "" + port,
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=off");
    awaitConnection();
  }

  static boolean isAtHand() {
    return programs().isPresent();
  }

  /// The folder with `postgres`, `pg_dump` and `pg_restore` of one version.
  static Optional<Path> programs() {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
          .filter(bin -> Files.isExecutable(bin.resolve("pg_restore")))
          .max(Path::compareTo);
    } catch (IOException e) {
      return Optional.empty(); // nothing of that kind is installed
    }
  }

  Connection connect(String user, String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, PASSWORD);
  }

  void run(String user, String database, String sql) throws SQLException {
    try (var connection = connect(user, database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Process start(String program, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(AS_NOBODY);
    }
    command.add(programs().orElseThrow().resolve(program).toString());
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private void awaitConnection() throws Exception {
    var end = Instant.now().plus(Duration.ofSeconds(60));
    while (true) {
      try (var connection = connect("postgres", "postgres")) {
        return;
      } catch (SQLException e) {
        if (Instant.now().isAfter(end) || !process.isAlive()) {
          throw new IllegalStateException(Files.readString(log()), e);
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private Path log() {
    return folder.resolve("log");
  }

  @Override
  public void close() throws Exception {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    Folders.delete(folder);
  }
}
