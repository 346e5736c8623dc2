package tmi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tmi.launcher.port.Ports;
import tmi.launcher.store.Postgres;
import tmi.migration.RoleNames;
import tmi.migration.RuntimeRole;

/// The machine's PgBouncer before the test cluster, five connections for each role and database.
///
/// @param mode `transaction` or `session`
public record TestPooler(String mode) {

  /// Why there is none, for a test that is then left out.
  public static final String OBSTACLE =
      "PgBouncer is not installed (Debian: apt-get install pgbouncer)";

  /// Whether this machine has a PgBouncer.
  public static boolean isAtHand() {
    return program().isPresent();
  }

  /// Starts it and answers its port. It ends with this JVM.
  public int start(int postgres) {
    try {
      var folder = Files.createTempDirectory("tmi-pooler-");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      var port = Ports.free();
      Files.writeString(folder.resolve("users"), users());
      Files.writeString(folder.resolve("pgbouncer.ini"), settings(folder, postgres, port));
      var process =
          new ProcessBuilder(command(folder))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      Awaits.untilAsserted(() -> connect(port));
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path folder) {
    var command = new ArrayList<String>();
    command.add(program().orElseThrow().toString());
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("-u", "nobody")); // it refuses to be root
    }
    command.add(folder.resolve("pgbouncer.ini").toString());
    return command;
  }

  private static Optional<Path> program() {
    return Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String users() {
    var names = new RoleNames(RoleNames.DEFAULT);
    return Stream.concat(Stream.of(Postgres.USER), Stream.of(RuntimeRole.values()).map(names::of))
        .map(role -> "\"%s\" \"%s\"\n".formatted(role, TestCluster.PASSWORD))
        .collect(Collectors.joining());
  }

  private String settings(Path folder, int postgres, int port) {
    return """
    [databases]
    * = host=127.0.0.1 port=%d
    [pgbouncer]
    listen_addr = 127.0.0.1
    listen_port = %d
    unix_socket_dir =
    auth_type = scram-sha-256
    auth_file = %s/users
    pool_mode = %s
    default_pool_size = 5
    ignore_startup_parameters = extra_float_digits
    """
        .formatted(postgres, port, folder, mode);
  }

  private static void connect(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
