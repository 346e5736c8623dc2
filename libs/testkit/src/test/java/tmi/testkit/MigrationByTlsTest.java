package tmi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tmi.launcher.store.Postgres;
import tmi.migration.Migration;
import tmi.migration.Refusal;
import tmi.migration.ScriptSource;
import tmi.migration.Settings;

/// The migration against a PostgreSQL that takes nobody in without TLS.
class MigrationByTlsTest {

  private static final Stores STORES = Stores.forService("auth");
  private static final TestCertificate CERTIFICATE = TestCertificate.forLoopback();

  @BeforeAll
  static void start() {
    STORES.start();
    STORES.database().takeOnlyTls(CERTIFICATE);
  }

  @AfterAll
  static void stop() {
    STORES.stop();
  }

  @Test
  void certificateThatIsTrustedIsTaken() {
    assertThat(
            migrate(
                Map.of("DB_SSL_MODE", "verify-full", "DB_SSL_CA_FILE", "" + CERTIFICATE.file())))
        .contains("auth: version");
  }

  @Test
  void encryptionAloneIsTakenToo() {
    assertThat(migrate(Map.of("DB_SSL_MODE", "require"))).contains("auth: version");
  }

  @Test
  void certificateOfNobodyKnownIsNamedAtOnce() {
    assertThatThrownBy(() -> migrate(Map.of("DB_SSL_MODE", "verify-full")))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("PostgreSQL at localhost:" + STORES.database().port())
        .hasMessageContaining("could not be reached by TLS")
        .hasMessageContaining("DB_SSL_CA_FILE");
  }

  @Test
  void certificateOfAnotherIsNamedAtOnce() {
    var another = TestCertificate.forLoopback();

    assertThatThrownBy(() ->
            migrate(Map.of("DB_SSL_MODE", "verify-full", "DB_SSL_CA_FILE", "" + another.file())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("could not be reached by TLS");
  }

  @Test
  void lineInTheClearIsNamedWithItsCure() {
    assertThatThrownBy(() -> migrate(Map.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("takes no connection of postgres without TLS: set DB_SSL_MODE");
  }

  private static String migrate(Map<String, String> more) {
    var variables = new HashMap<String, String>();
    variables.put("DB_HOST", "localhost");
    variables.put("DB_PORT", "" + STORES.database().port());
    variables.put("DB_NAME", STORES.database().name());
    variables.put("DB_USERNAME", Postgres.USER);
    variables.put("DB_PASSWORD", TestCluster.PASSWORD);
    variables.put("TMI_DB_ROLES_SHARED", "true");
    variables.put("TMI_MIGRATION_WAIT_SECONDS", "60");
    variables.putAll(more);
    List<String> said = new ArrayList<>();
    new Migration(
            Settings.from(variables), new ScriptSource.SourceTree(ProjectFolder.root()), said::add)
        .migrate();
    return String.join("\n", said);
  }
}
