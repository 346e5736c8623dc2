package tmi.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

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
      if ("3D000".equals(e.getSQLState())) {
        return create();
      }
      throw Sentences.about(e, settings);
    }
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

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("The migration was interrupted: run it again.", e);
    }
  }
}
