package tmi.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

  private static final String OWNERS =
      """
      select nspname || ' ' || pg_get_userbyid(nspowner) from pg_namespace
       where nspname in ('event', 'audit', 'auth', 'diagram', 'model', 'collab', 'webhook')
       order by 1
      """;

  /// Part of every password of these tests, however it is quoted.
  private static final String RECOGNISABLE = "\"secret\" %";

  private static final RoleNames ROLES = new RoleNames(RoleNames.DEFAULT);

  private Server server;

  @BeforeEach
  void start() throws Exception {
    server = new Server();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void freshServerGetsDatabaseRolesSchemasAndSets() throws Exception {
    var mode = server.migrate(server.as("postgres"));

    assertThat(mode).isEqualTo(RoleMode.SEPARATE);
    assertThat(server.said).contains("made the database tmi").endsWith("roles: separate");
    assertThat(server.column(OWNERS)).contains("event tmi_owner_event", "model tmi_owner_model");
    assertThat(
            server.column(
                "select rolname from pg_roles where rolname like 'tmi%' and rolcanlogin order by"
                    + " 1"))
        .containsExactly("tmi_auth", "tmi_collab", "tmi_model", "tmi_webhook");
    assertThat(tablesNotOwnedByTheirSchemasOwner()).isEmpty();
  }

  @Test
  void secondRunChangesNothing() throws Exception {
    server.migrate(server.as("postgres"));
    server.said.clear();

    server.migrate(server.as("postgres"));

    assertThat(server.said)
        .filteredOn(line -> line.contains("version"))
        .isNotEmpty()
        .allMatch(line -> line.endsWith(", 0 new"));
  }

  /// As after a rollback: the release before comes back and finds what its successor made.
  @Test
  void anOlderProgramLeavesANewerSchemaAlone(@TempDir Path newer) throws Exception {
    var folder = newer.resolve("libs/service-base/src/main/resources/db/event");
    Files.createDirectories(folder);
    try (var scripts = Files.list(Server.ROOT.resolve(newer.relativize(folder)))) {
      for (Path script : scripts.toList()) {
        Files.copy(script, folder.resolve(script.getFileName()));
      }
    }
    Files.writeString(folder.resolve("V9999__add_later.sql"), "create table event.later (id int);");
    server.migrate(server.as("postgres"));
    server.migrate(server.as("postgres"), newer);
    server.said.clear();

    server.migrate(server.as("postgres"));

    assertThat(server.said).contains("event: version 9999, 0 new");
    assertThat(server.column("select to_regclass('event.later')")).containsExactly("event.later");
  }

  @Test
  void runsAtTheSameTimeGoOneAfterTheOther() throws Exception {
    try (var pool = Executors.newFixedThreadPool(3)) {
      Callable<RoleMode> run = () -> server.migrate(server.as("postgres"));

      var results = pool.invokeAll(List.of(run, run, run));

      for (var result : results) {
        assertThat(result.get()).isEqualTo(RoleMode.SEPARATE);
      }
    }
    assertThat(server.column("select count(*) from event.flyway_schema_history where success"))
        .isEqualTo(server.column("select count(*) from event.flyway_schema_history"));
  }

  @Test
  void aMigratorThatMayMakeRolesNeedNotBeSuperuser() throws Exception {
    server.user("migrator", "createrole");
    server.run("postgres", "create database tmi owner migrator");

    var mode = server.migrate(server.as("migrator"));

    assertThat(mode).isEqualTo(RoleMode.SEPARATE);
    assertThat(server.migrate(server.as("migrator"))).isEqualTo(RoleMode.SEPARATE);
  }

  @Test
  void withoutTheRightToMakeRolesThereIsOneRoleAndItIsSaid() throws Exception {
    server.user("\"only-one\"");
    server.run("postgres", "create database tmi owner \"only-one\"");

    var mode = server.migrate(server.as("only-one"));

    assertThat(mode).isEqualTo(RoleMode.SINGLE);
    assertThat(server.said)
        .contains("only-one may not make roles: all services sign in as only-one (single role)")
        .endsWith("roles: single");
    assertThat(server.column(OWNERS)).contains("event only-one");
    assertThat(server.migrate(server.as("only-one"))).isEqualTo(RoleMode.SINGLE);
  }

  @Test
  void singleRoleStaysSingleWhenRolesBecomePossible() throws Exception {
    server.user("late");
    server.run("postgres", "create database tmi owner late");
    server.migrate(server.as("late"));
    server.run("postgres", "alter role late createrole");

    assertThat(server.migrate(server.as("late"))).isEqualTo(RoleMode.SINGLE);
  }

  @Test
  void rolesMadeByAnAdministratorAreUsed() throws Exception {
    server.user("guest");
    server.run("postgres", "create database tmi owner guest");
    for (var set : SchemaSet.values()) {
      server.run(
          "postgres", "create role " + ROLES.owner(set), "grant " + ROLES.owner(set) + " to guest");
    }
    for (var role : RuntimeRole.values()) {
      server.run("postgres", "create role " + ROLES.of(role) + " login");
    }

    assertThat(server.migrate(server.as("guest"))).isEqualTo(RoleMode.SEPARATE);
  }

  @Test
  void anotherMigratorIsToldWhoseSchemasTheyAre() throws Exception {
    server.user("first");
    server.user("second");
    server.run(
        "postgres", "create database tmi owner first", "grant all on database tmi to second");
    server.migrate(server.as("first"));

    assertThatThrownBy(() -> server.migrate(server.as("second")))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "The schemas of the database tmi belong to first: migrate as first, not as second.");
  }

  @Test
  void changedPasswordReplacesTheOldOne() throws Exception {
    server.migrate(server.as("postgres"));
    var changed = Map.of(RuntimeRole.AUTH.passwordVariable(), "new' \"one\"");

    server.migrate(server.settings("postgres", Server.PASSWORD, "tmi", changed));

    server.connect("tmi_auth", "new' \"one\"", "tmi").close();
    server.connect("tmi_model", "tmi_model" + Server.PASSWORD, "tmi").close();
    assertThatThrownBy(() -> server.connect("tmi_auth", "tmi_auth" + Server.PASSWORD, "tmi"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void noLogShowsAPassword() throws Exception {
    server.run("postgres", "alter system set log_statement = 'all'", "select pg_reload_conf()");

    server.migrate(server.as("postgres"));

    assertThat(Files.readString(server.log())).contains("ALTER USER").doesNotContain(RECOGNISABLE);
    assertThat(String.join("\n", server.said)).doesNotContain(RECOGNISABLE);
    assertThat(server.as("postgres").toString()).doesNotContain(RECOGNISABLE);
  }

  @Test
  void publicMayNeitherMakeTablesNorUseTheSchemaPublic() throws Exception {
    server.migrate(server.as("postgres"));

    try (var connection = server.connect("tmi_auth", "tmi_auth" + Server.PASSWORD, "tmi");
        var statement = connection.createStatement()) {
      for (var sql :
          List.of(
              "create table public.mine (id int)",
              "create temporary table mine (id int)",
              "create schema mine")) {
        assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
      }
    }
  }

  private List<String> tablesNotOwnedByTheirSchemasOwner() throws Exception {
    var schemas =
        String.join(", ", Stream.of(SchemaSet.values()).map(s -> "'" + s.schema() + "'").toList());
    return server.column(
        """
        select schemaname || '.' || tablename from pg_tables
         where schemaname in (%s) and tableowner <> 'tmi_owner_' || schemaname
        """
            .formatted(schemas));
  }
}
