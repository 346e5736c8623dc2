package tmi.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;

/// A poll asks for numbers above the last one it saw, so a number may never become visible below
/// one that was visible before.
class RevocationOrderTest {
  private static final String NUMBERS = "select number from auth.revoked order by number";
  private static final String WAITING =
      "select count(*) from pg_stat_activity where datname = ? and wait_event_type = 'Lock'";
  private static Stores stores;
  private static TestDatabase database;

  @BeforeAll
  static void start() {
    stores = Stores.forService("auth");
    stores.start();
    database = stores.database();
  }

  @AfterAll
  static void stop() {
    stores.stop();
  }

  @Test
  void laterRevocationWaitsForTheCommitOfTheEarlier() throws Exception {
    try (Connection slow = transaction("tmi_auth");
        Connection quick = transaction("tmi_model");
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      long first = revoke(slow);

      var second = CompletableFuture.supplyAsync(() -> revoke(quick), other);
      Awaits.until("the other waits for the head", () -> waiting() == 1);
      assertThat(database.column(Long.class, NUMBERS)).isEmpty();

      slow.commit();
      assertThat(second.get()).isEqualTo(first + 1);
      assertThat(database.column(Long.class, NUMBERS)).containsExactly(first);

      quick.commit();
      assertThat(database.column(Long.class, NUMBERS)).containsExactly(first, first + 1);
    }
  }

  @Test
  void otherServicesMayOnlyReadAndCall() throws SQLException {
    for (String role : new String[] {"tmi_model", "tmi_collab", "tmi_webhook"}) {
      try (Connection connection = transaction(role)) {
        connection.createStatement().executeQuery("select * from auth.revoked").close();
        assertThat(refused(connection, "select * from auth.users")).isEqualTo("42501");
        connection.rollback();
        assertThat(refused(connection, "insert into auth.revocations values (9, 'token', 'x')"))
            .isEqualTo("42501");
        connection.rollback();
      }
    }
    try (Connection connection = transaction("tmi_webhook")) {
      assertThat(refused(connection, "select auth.revoke('token', 'x', now())")).isEqualTo("42501");
    }
  }

  private static String refused(Connection connection, String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
      return "done";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private static long waiting() {
    return database.value(Long.class, WAITING, database.name());
  }

  private static long revoke(Connection connection) {
    try (var rows =
        connection
            .createStatement()
            .executeQuery("select auth.revoke('token', 'x', now() + interval '1 hour')")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection transaction(String role) throws SQLException {
    Connection connection = database.as(role).getConnection();
    connection.setAutoCommit(false);
    return connection;
  }
}
