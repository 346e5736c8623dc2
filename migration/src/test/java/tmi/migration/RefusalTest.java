package tmi.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.launcher.port.Ports;

class RefusalTest {

  private static Server server;

  @BeforeAll
  static void start() throws Exception {
    server = new Server();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void silentServerIsNamed() {
    var port = Ports.free();
    var settings = Settings.from(Map.of("DB_PORT", "" + port, "TMI_MIGRATION_WAIT_SECONDS", "0"));

    assertThatThrownBy(() -> server.migrate(settings))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "PostgreSQL does not answer at 127.0.0.1:%d: start it, or set DB_HOST and DB_PORT to where it is."
                .formatted(port));
  }

  @Test
  void wrongPasswordIsNamed() {
    assertThatThrownBy(() -> server.migrate(server.as("postgres", "wrong", "tmi")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("does not let postgres in: check DB_USERNAME, DB_PASSWORD");
  }

  @Test
  void missingDatabaseThatMayNotBeMadeIsNamed() throws Exception {
    server.user("nobody");

    assertThatThrownBy(() -> server.migrate(server.as("nobody", Server.PASSWORD, "absent")))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "There is no database absent and nobody may not make it:"
                + " run \"create database \"absent\" owner \"nobody\"\" as an administrator.");
  }

  @Test
  void missingRightOnTheDatabaseIsNamed() throws Exception {
    server.user("visitor");
    server.run("postgres", "create database closed");

    assertThatThrownBy(() -> server.migrate(server.as("visitor", Server.PASSWORD, "closed")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("run \"grant create on database \"closed\" to \"visitor\"\"");
  }

  @Test
  void faultyScriptIsNamedWithItsPlace(@TempDir Path root) throws Exception {
    var folder =
        Files.createDirectories(root.resolve("libs/service-base/src/main/resources/db/event"));
    Files.writeString(folder.resolve("V0001__break.sql"), "create table event.ok (id int);\noops;");

    assertThatThrownBy(() ->
            new Migration(
                    server.as("postgres", Server.PASSWORD, "broken"),
                    new ScriptSource.SourceTree(root),
                    line -> {})
                .migrate())
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("The set event stopped: ")
        .hasMessageContaining("V0001__break.sql")
        .hasMessageContaining("syntax error")
        .message()
        .satisfies(text -> assertThat(text).doesNotContain("\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Staging_", "staging", "1_", "pg_tmi_", "tmi_owner_", "a-b_", "x'; drop table y_"})
  void prefixThatNoRoleMayHaveIsNamed(String prefix) {
    assertThatThrownBy(() -> Settings.from(Map.of("TMI_DB_ROLE_PREFIX", prefix)))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("TMI_DB_ROLE_PREFIX is " + prefix + ": give small letters");
  }

  @Test
  void wordInPlaceOfAPortIsNamed() {
    assertThatThrownBy(() -> Settings.from(Map.of("DB_PORT", "many")))
        .hasMessage("DB_PORT is many, which is not a number: correct it.");
  }
}
