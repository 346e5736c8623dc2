package tmi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoresTest {

  private static final Stores STORES = Stores.forService("auth");

  @BeforeAll
  static void start() {
    STORES.start();
  }

  @AfterAll
  static void stop() {
    STORES.stop();
  }

  @Test
  void everySetOfTheSourceTreeIsThere() {
    var versions =
        STORES.database().column(String.class, "select version from auth.flyway_schema_history");

    assertThat(versions).contains("0001");
  }

  @Test
  void aRoleSignsInAndSeesOnlyWhatItMay() throws SQLException {
    try (var connection = STORES.database().as("tmi_collab").getConnection();
        var statement = connection.createStatement()) {
      statement.executeQuery("select count(*) from auth.account");

      assertThatThrownBy(() -> statement.executeQuery("select count(*) from auth.users"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void databasesOfTwoTestsAreStrangers() {
    var other = Stores.forService("model");
    other.start();
    try {
      other.tokens().person("zoe");

      assertThat(
              STORES
                  .database()
                  .value(Long.class, "select count(*) from auth.account where provider_id = 'zoe'"))
          .isZero();
    } finally {
      other.stop();
    }
  }

  @Test
  void redisComesBackEmpty() {
    STORES.redis().ask("SET lost 1");

    STORES.redis().stop();
    STORES.redis().start();

    assertThat(STORES.redis().ask("EXISTS lost")).isEqualTo(":0");
  }

  @Test
  void postgresComesBackWithItsRows() {
    var alice = STORES.tokens().person("alice");

    STORES.database().stopServer();
    STORES.database().startServer();

    assertThat(
            STORES
                .database()
                .value(String.class, "select email from auth.account where id = ?", alice.id()))
        .isEqualTo("alice@tmi.local");
  }

  @Test
  void administratorsAreMembersOfTheBuiltInGroup() {
    var root = STORES.tokens().administrator("root");

    var groups =
        STORES
            .database()
            .column(
                String.class,
                "select principal::text from auth.principal where user_id = ?",
                root.id());

    assertThat(groups).contains("00000000-0000-0000-0000-000000000002");
  }
}
