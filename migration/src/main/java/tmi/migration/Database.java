package tmi.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/// Opens the database as the migrator, waits for one that is starting, makes one that is missing.
final class Database {

  private static final Set<String> NOT_YET = Set.of("08001", "08006", "57P03");
  private static final Set<String> MADE_BY_ANOTHER = Set.of("42P04", "23505");

  private final Settings settings;
  private final Consumer<String> say;

  Database(Settings settings, Consumer<String> say) {
    this.settings = settings;
    this.say = say;
  }

  Connection open() {
    try {
      return openPatiently();
    } catch (SQLException e) {
      if (isMissing(e)) {
        return create();
      }
      throw Sentences.about(e, settings);
    }
  }

  /// A pooler says in words of its own what PostgreSQL says with a state.
  private static boolean isMissing(SQLException failure) {
    var words = String.valueOf(failure.getMessage());
    return "3D000".equals(failure.getSQLState())
        || "08P01".equals(failure.getSQLState())
            && (words.contains("does not exist") || words.contains("no such database"));
  }

  private Connection openPatiently() throws SQLException {
    var end = Instant.now().plus(settings.patience());
    while (true) {
      try {
        return connect(settings.database());
      } catch (SQLException e) {
        if (!NOT_YET.contains(e.getSQLState())
            || Sentences.isTls(e)
            || Instant.now().isAfter(end)) {
          throw e;
        }
      }
      pause();
    }
  }

  private Connection create() {
    try (var maintenance = connect("postgres");
        var statement = maintenance.createStatement()) {
      statement.execute(
          "create database %s encoding 'UTF8' template template0"
              .formatted(Quoting.name(settings.database())));
      say.accept("made the database " + settings.database());
    } catch (SQLException e) {
      if (!MADE_BY_ANOTHER.contains(e.getSQLState())) {
        throw new Refusal(
            "There is no database %s and %s may not make it: run \"create database %s owner %s\" as an administrator."
                .formatted(
                    settings.database(),
                    settings.user(),
                    Quoting.name(settings.database()),
                    Quoting.name(settings.user())),
            e);
      }
    }
    try {
      return openPatiently();
    } catch (SQLException e) {
      throw Sentences.about(e, settings);
    }
  }

  private Connection connect(String database) throws SQLException {
    return settings.source(database).getConnection();
  }

  /// Stops when the server's connections are shared with others between two transactions: the
  /// migration's lock and its role would stay behind on one of them.
  void refuseTransactionPooling(Connection first) throws SQLException {
    var process = process(first);
    if (process == first.unwrap(PGConnection.class).getBackendPID()) {
      return; // nothing stands in between
    }
    try (var second = connect(settings.database());
        var third = connect(settings.database())) {
      second.setAutoCommit(false);
      third.setAutoCommit(false);
      if (process(second) == process || process(third) == process || process(first) != process) {
        throw new Refusal(
            ("A pooler at %s gives each transaction another connection, which a migration cannot use:"
                    + " set TMI_MIGRATION_DB_HOST and TMI_MIGRATION_DB_PORT to PostgreSQL itself or"
                    + " to a pool in session mode.")
                .formatted(settings.address()));
      }
    }
  }

  private static int process(Connection connection) throws SQLException {
    return Integer.parseInt(new Rows(connection).text("select pg_backend_pid()").orElseThrow());
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("The migration was interrupted: run it again.", e);
    }
  }
}
