package tmi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tmi.launcher.store.Postgres;
import tmi.migration.Migration;
import tmi.migration.Refusal;
import tmi.migration.ScriptSource;
import tmi.migration.Settings;

/// The migration with a PgBouncer in between.
@EnabledIf(value = "tmi.testkit.TestPooler#isAtHand", disabledReason = TestPooler.OBSTACLE)
class MigrationByPoolerTest {

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
  void poolInTransactionModeIsNamedAndNothingStaysBehindInIt() {
    var port = pooler("transaction");
    for (int run = 0; run < 2; run++) {
      assertThatThrownBy(() -> migrate(Map.of("DB_PORT", "" + port)))
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith(
              "A pooler at 127.0.0.1:%d gives each transaction another connection".formatted(port))
          .hasMessageContaining("set TMI_MIGRATION_DB_HOST and TMI_MIGRATION_DB_PORT");
    }
    assertThat(
            STORES
                .database()
                .value(Long.class, "select count(*) from pg_locks where locktype = 'advisory'"))
        .isZero();
  }

  @Test
  void wayPastThePoolerIsTaken() {
    assertThat(
            migrate(
                Map.of(
                    "DB_PORT", "" + pooler("transaction"),
                    "TMI_MIGRATION_DB_PORT", "" + STORES.database().port())))
        .endsWith("roles: separate");
  }

  @Test
  void poolInSessionModeIsAsGoodAsNone() {
    var port = "" + pooler("session");
    for (int run = 0; run < 2; run++) {
      assertThat(migrate(Map.of("DB_PORT", port))).endsWith("roles: separate");
    }
  }

  @Test
  void databaseThatIsMissingBehindThePoolerIsMade() {
    var name = "tmi_" + UUID.randomUUID().toString().replace('-', '_');

    assertThat(migrate(Map.of("DB_PORT", "" + pooler("session"), "DB_NAME", name)))
        .startsWith("made the database " + name)
        .endsWith("roles: separate");
  }

  private static int pooler(String mode) {
    return new TestPooler(mode).start(STORES.database().port());
  }

  private static String migrate(Map<String, String> more) {
    var variables = new HashMap<String, String>();
    variables.put("DB_NAME", STORES.database().name());
    variables.put("DB_USERNAME", Postgres.USER);
    variables.put("DB_PASSWORD", TestCluster.PASSWORD);
    variables.put("TMI_DB_ROLES_SHARED", "true");
    variables.put("TMI_MIGRATION_WAIT_SECONDS", "10");
    variables.putAll(more);
    List<String> said = new ArrayList<>();
    new Migration(
            Settings.from(variables), new ScriptSource.SourceTree(ProjectFolder.root()), said::add)
        .migrate();
    return String.join("\n", said);
  }
}
