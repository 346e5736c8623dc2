package tmi.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import tmi.bench.wire.Door;
import tmi.launcher.Checkout;
import tmi.launcher.process.Health;
import tmi.launcher.process.Supervisor.Running;
import tmi.launcher.service.ServiceName;
import tmi.launcher.verify.OwnSuite;

/// A suite of its own with its own stores, kept running by its launcher, ended with this.
public final class BenchSuite implements AutoCloseable {
  private final OwnSuite suite;

  private BenchSuite(OwnSuite suite) {
    this.suite = suite;
  }

  /// With `ada` as administrator.
  public static BenchSuite start(Path root, Map<ServiceName, Integer> replicas) throws IOException {
    Checkout checkout = new Checkout(root, root.resolve(".tmi"));
    return new BenchSuite(
        OwnSuite.start(checkout, replicas, Map.of("TMI_DEV_ROLES", "ada:admin;rex:reviewer")));
  }

  public Door door() {
    return Door.of(URI.create(suite.address()));
  }

  /// All parts that run now, stores included.
  public List<ServiceProcess> processes() {
    List<ServiceProcess> running = new ArrayList<>();
    for (Running one : suite.parts()) {
      one.process()
          .ifPresent(process -> running.add(new ServiceProcess(one.part().name(), process.pid())));
    }
    return List.copyOf(running);
  }

  public List<ServiceProcess> services() {
    return processes().stream()
        .filter(one -> one.name().contains("-service") || one.name().equals("gateway"))
        .toList();
  }

  /// Whether every part runs and every service says that it is ready.
  public boolean isWell() {
    return suite.parts().stream()
        .allMatch(one ->
            one.process().isPresent()
                && (!one.part().probed() || Health.of(one.part().healthPort()).isReady()));
  }

  /// Port of a part on this machine.
  public int port(String name) {
    return suite.parts().stream()
        .filter(one -> one.part().name().equals(name))
        .findFirst()
        .orElseThrow()
        .part()
        .port();
  }

  /// Connections of the services to PostgreSQL.
  public long databaseConnections() {
    return number("select count(*) from pg_stat_activity where usename like 'tmi\\_%'");
  }

  /// The first column of the only row, asked as superuser.
  public long number(String sql, Object... parameters) {
    try (var connection = database().getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private PGSimpleDataSource database() {
    try {
      var source = new PGSimpleDataSource();
      source.setUrl("jdbc:postgresql://127.0.0.1:" + port("postgres") + "/tmi");
      source.setUser("postgres");
      source.setPassword(suite.databasePassword());
      return source;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    suite.close();
  }
}
