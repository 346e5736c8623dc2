package tmi.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Brings a database to the newest version of every set. Safe to run again, and from several places
/// at once: they go one after the other.
public final class Migration {

  /// An arbitrary number that is ours: "tmi1" in ASCII.
  private static final long LOCK = 0x746d6931L;

  /// Silent: what it has to say comes as the exception that becomes our sentence.
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private final Settings settings;
  private final ScriptSource scripts;
  private final Consumer<String> say;

  public Migration(Settings settings, ScriptSource scripts, Consumer<String> say) {
    this.settings = settings;
    this.scripts = scripts;
    this.say = say;
  }

  public static void main(String[] arguments) {
    try {
      new Migration(Settings.from(System.getenv()), new ScriptSource.Packed(), System.out::println)
          .migrate();
    } catch (Refusal refusal) {
      System.err.println(refusal.getMessage());
      System.exit(1);
    }
  }

  /// Migrates, and answers whether each service has its own role. The last line said is `roles:
  /// separate` or `roles: single`, which the launcher reads.
  public RoleMode migrate() {
    FLYWAY.setLevel(Level.OFF);
    var database = new Database(settings, say);
    try (var connection = database.open()) {
      database.refuseTransactionPooling(connection);
      new Rows(connection).text("select pg_advisory_lock(%d)".formatted(LOCK));
      return migrateAlone(connection);
    } catch (SQLException e) {
      throw Sentences.about(e, settings);
    }
  }

  private RoleMode migrateAlone(Connection connection) throws SQLException {
    var roles = new Roles(connection, settings);
    var mode = roles.mode();
    if (mode == RoleMode.SEPARATE) {
      roles.refuseOthersRoles(); // before anything is changed
      roles.ensure();
    } else {
      say.accept(
          "%s may not make roles: all services sign in as %s (single role)"
              .formatted(settings.user(), settings.user()));
    }
    var placeholders = roles.placeholders(mode);
    new Schemas(connection, settings, say).ensure(placeholders);
    if (mode == RoleMode.SEPARATE) {
      roles.refuseOthersRoles(); // again: another migration may have come in between
      roles.setPasswords();
    }
    var runner = new SetRunner(settings, scripts, placeholders, say);
    for (var set : SchemaSet.values()) {
      runner.run(set);
    }
    say.accept(mode == RoleMode.SINGLE ? "roles: single" : "roles: separate");
    return mode;
  }
}
