package tmi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tmi.launcher.port.Ports;
import tmi.launcher.store.Binaries;
import tmi.launcher.store.Durability;
import tmi.launcher.store.Folders;
import tmi.launcher.store.Postgres;
import tmi.migration.Migration;
import tmi.migration.RoleNames;
import tmi.migration.RuntimeRole;
import tmi.migration.ScriptSource;
import tmi.migration.Settings;

/// The one PostgreSQL of this JVM, with a migrated template that each test database is copied from.
///
/// What it is goes through system properties, because Quarkus loads test classes more than once and
/// a static field would be a server for each class loader.
final class TestCluster {

  static final String PASSWORD = "test";
  private static final String TEMPLATE = "tmi_template";
  private static final String FOLDER = "tmi.testkit.folder";
  private static final String PORT = "tmi.testkit.postgres.port";
  private static final String PID = "tmi.testkit.postgres.pid";

  private final Path folder;
  private final int port;

  private TestCluster(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static TestCluster shared() {
    synchronized (System.getProperties()) {
      if (System.getProperty(PORT) == null) {
        return started();
      }
      return new TestCluster(Path.of(System.getProperty(FOLDER)), Integer.getInteger(PORT));
    }
  }

  private static TestCluster started() {
    try {
      AbandonedFolders.sweep();
      var folder = AbandonedFolders.claim();
      var cluster = new TestCluster(folder, Ports.free());
      Runtime.getRuntime().addShutdownHook(new Thread(cluster::end));
      cluster.startPostgres();
      cluster.migrate();
      System.setProperty(FOLDER, folder.toString());
      System.setProperty(PORT, "" + cluster.port);
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A migrated database of its own.
  TestDatabase newDatabase() {
    var name = "tmi_" + UUID.randomUUID().toString().replace('-', '_');
    new TestDatabase(this, port, "postgres")
        .execute("create database %s template %s".formatted(name, TEMPLATE));
    var database = new TestDatabase(this, port, name);
    // The rights on a database itself are not copied from its template.
    database.execute("revoke all on database %s from public".formatted(name));
    database.execute("grant connect on database %s to %s".formatted(name, roles()));
    return database;
  }

  /// Puts a line before all others of `pg_hba.conf`; the reload is the caller's.
  void refuseWithoutTls(String database) {
    var file = folder.resolve("pg/pg_hba.conf");
    try {
      Files.writeString(
          file, "hostnossl %s all all reject\n%s".formatted(database, Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String roles() {
    var names = new RoleNames(RoleNames.DEFAULT);
    return Stream.of(RuntimeRole.values()).map(names::of).collect(Collectors.joining(", "));
  }

  TestRedis newRedis() {
    return new TestRedis(binaries(), folder.resolve("redis-" + UUID.randomUUID()), Ports.free());
  }

  void stopPostgres() {
    ProcessHandle.of(Long.getLong(PID)).ifPresent(Postgres::stop);
  }

  void startPostgres() {
    try {
      System.setProperty(PID, "" + postgres().start(port, PASSWORD).pid());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Postgres postgres() throws IOException {
    return new Postgres(
        binaries(), folder.resolve("pg"), folder.resolve("postgres.log"), Durability.PASSING);
  }

  private static Binaries binaries() {
    return new Binaries(ProjectFolder.root().resolve(".tmi/test/bin"));
  }

  private void migrate() {
    var variables = new HashMap<String, String>();
    for (var role : RuntimeRole.values()) {
      variables.put(role.passwordVariable(), PASSWORD);
    }
    variables.put("DB_PORT", "" + port);
    variables.put("DB_NAME", TEMPLATE);
    variables.put("DB_USERNAME", Postgres.USER);
    variables.put("DB_PASSWORD", PASSWORD);
    variables.put("TMI_MIGRATION_WAIT_SECONDS", "10");
    new Migration(
            Settings.from(variables), new ScriptSource.SourceTree(ProjectFolder.root()), line -> {})
        .migrate();
  }

  private void end() {
    try {
      ProcessHandle.of(Long.getLong(PID, -1)).ifPresent(ProcessHandle::destroyForcibly);
      Postgres.endOrphan(folder.resolve("pg"));
      Folders.delete(folder);
    } catch (IOException | RuntimeException e) {
      System.err.println("the test stores were not cleared away: " + e);
    }
  }
}
