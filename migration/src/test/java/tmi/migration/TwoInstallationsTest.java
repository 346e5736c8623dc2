package tmi.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two installations on one server, whose roles belong to both.
class TwoInstallationsTest {

  private static final String PRODUCTION = "tmi_prod";
  private static final String STAGING = "tmi_staging";

  private Server server;

  @BeforeEach
  void start() throws Exception {
    server = new Server();
    server.migrate(settings(PRODUCTION, "of-production", Map.of()));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void secondOneDoesNotTakeOverTheRolesOfTheFirst() throws Exception {
    assertThatThrownBy(() -> server.migrate(settings(STAGING, "of-staging", Map.of())))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "The roles tmi_… serve another database of this server already (tmi_prod): give this"
                + " installation roles of its own with TMI_DB_ROLE_PREFIX=tmi_second_, or say that"
                + " both share them with TMI_DB_ROLES_SHARED=true.");

    server.connect("tmi_model", "of-production", PRODUCTION).close();
    assertThat(server.column(STAGING, "select nspname from pg_namespace where nspname = 'event'"))
        .isEmpty();
  }

  @Test
  void copyOfTheDatabaseBesideItIsNoSecondInstallationWithoutAWord() throws Exception {
    server.run("postgres", "create database tmi_staging template tmi_prod");

    assertThatThrownBy(() -> server.migrate(settings(STAGING, "of-staging", Map.of())))
        .hasMessageContaining("(tmi_prod)");

    server.connect("tmi_model", "of-production", PRODUCTION).close();
  }

  @Test
  void prefixGivesEachItsOwnRolesThatSeeNothingOfTheOther() throws Exception {
    var prefix = Map.of("TMI_DB_ROLE_PREFIX", "tmi_staging_");
    assertThat(server.migrate(settings(STAGING, "of-staging", prefix)))
        .isEqualTo(RoleMode.SEPARATE);
    server.migrate(settings(PRODUCTION, "of-production", Map.of()));
    server.migrate(settings(STAGING, "of-staging", prefix));

    server.connect("tmi_model", "of-production", PRODUCTION).close();
    server.connect("tmi_staging_model", "of-staging", STAGING).close();
    for (var outsider :
        new String[][] {
          {"tmi_model", "of-production", STAGING}, {"tmi_staging_model", "of-staging", PRODUCTION}
        }) {
      assertThatThrownBy(() -> server.connect(outsider[0], outsider[1], outsider[2]))
          .hasMessageContaining("does not have CONNECT privilege");
    }
  }

  @Test
  void otherLoginsOfTheServerDoNotGetIn() throws Exception {
    server.user("somebody");

    assertThatThrownBy(() -> server.connect("somebody", Server.PASSWORD, PRODUCTION))
        .hasMessageContaining("does not have CONNECT privilege");
  }

  @Test
  void sharedOnPurposeIsDone() throws Exception {
    var shared = Map.of("TMI_DB_ROLES_SHARED", "true");

    assertThat(server.migrate(settings(STAGING, "of-both", shared))).isEqualTo(RoleMode.SEPARATE);

    server.connect("tmi_model", "of-both", PRODUCTION).close();
    server.connect("tmi_model", "of-both", STAGING).close();
  }

  @Test
  void prefixOfAnInstallationCannotChange() {
    var prefix = Map.of("TMI_DB_ROLE_PREFIX", "other_");

    assertThatThrownBy(() -> server.migrate(settings(PRODUCTION, "of-production", prefix)))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "The roles of the database tmi_prod begin with tmi_, not with other_: set"
                + " TMI_DB_ROLE_PREFIX=tmi_.");
  }

  private Settings settings(String database, String password, Map<String, String> more) {
    var variables = new HashMap<>(more);
    Stream.of(RuntimeRole.values())
        .forEach(role -> variables.put(role.passwordVariable(), password));
    return server.settings("postgres", Server.PASSWORD, database, variables);
  }
}
