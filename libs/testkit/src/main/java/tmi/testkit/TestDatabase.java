package tmi.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import tmi.launcher.store.Postgres;

/// A migrated database of one test class. What is done here is done as superuser: to prepare, to
/// look behind the service's back, to break things.
public final class TestDatabase {

  private final TestCluster cluster;
  private final int port;
  private final String name;

  TestDatabase(TestCluster cluster, int port, String name) {
    this.cluster = cluster;
    this.port = port;
    this.name = name;
  }

  public String name() {
    return name;
  }

  public int port() {
    return port;
  }

  public DataSource asSuperuser() {
    return as(Postgres.USER);
  }

  /// The database as a role sees it, for instance `tmi_auth`.
  public DataSource as(String role) {
    var source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name));
    source.setUser(role);
    source.setPassword(TestCluster.PASSWORD);
    return source;
  }

  /// Runs one statement and answers how many rows it changed.
  public int execute(String sql, Object... parameters) {
    try (var connection = connect();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
      return Math.max(statement.getUpdateCount(), 0);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /// The first column of every row.
  public <T> List<T> column(Class<T> type, String sql, Object... parameters) {
    try (var connection = connect();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (var rows = statement.executeQuery()) {
        var values = new ArrayList<T>();
        while (rows.next()) {
          values.add(rows.getObject(1, type));
        }
        return values;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /// The first column of the only row.
  public <T> T value(Class<T> type, String sql, Object... parameters) {
    var values = column(type, sql, parameters);
    if (values.size() != 1) {
      throw new IllegalStateException("%d rows, not one: %s".formatted(values.size(), sql));
    }
    return values.getFirst();
  }

  /// From now on PostgreSQL takes nobody into this database who does not come by TLS.
  void takeOnlyTls(TestCertificate certificate) {
    var folder = Path.of(value(String.class, "show data_directory"));
    certificate.copyFor(folder);
    execute("alter system set ssl_cert_file = 'test.crt'");
    execute("alter system set ssl_key_file = 'test.key'");
    execute("alter system set ssl = on");
    cluster.refuseWithoutTls(name);
    execute("select pg_reload_conf()");
    Awaits.untilAsserted(this::assertRefusedInTheClear);
  }

  private void assertRefusedInTheClear() {
    var source = (PGSimpleDataSource) asSuperuser();
    source.setSslMode("disable");
    try (var connection = source.getConnection()) {
      throw new AssertionError("still let in without TLS: " + connection);
    } catch (SQLException e) {
      if (!"28000".equals(e.getSQLState())) {
        throw new AssertionError(e);
      }
    }
  }

  /// Stops PostgreSQL as `pg_ctl stop -m fast` does: open connections break.
  public void stopServer() {
    cluster.stopPostgres();
  }

  public void startServer() {
    cluster.startPostgres();
  }

  /// Without the DriverManager, which knows no driver of a second test profile's class loader.
  private Connection connect() throws SQLException {
    return asSuperuser().getConnection();
  }
}
