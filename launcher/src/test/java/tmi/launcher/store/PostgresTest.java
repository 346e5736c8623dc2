package tmi.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.launcher.port.Ports;

class PostgresTest {

  private static final Binaries BINARIES =
      new Binaries(Path.of("../.tmi/test/bin").toAbsolutePath().normalize());

  private Path folder;
  private Path data;
  private Path log;
  private final int port = Ports.free();

  @BeforeEach
  void prepare() throws Exception {
    folder = Files.createTempDirectory("tmi-postgres-");
    data = folder.resolve("postgres");
    log = folder.resolve("log/postgres.log");
  }

  @AfterEach
  void clear() throws Exception {
    Postgres.endOrphan(data);
    Folders.delete(folder);
  }

  @Test
  void dataIsStillThereAfterASecondStart() throws Exception {
    var first = lasting().start(port, "secret");
    run("create table kept (id int)");
    Postgres.stop(first.toHandle());

    lasting().start(port, "secret");

    assertThat(answer("select count(*) from kept")).isEqualTo("0");
  }

  @Test
  void commitIsOnTheDisk() throws Exception {
    lasting().start(port, "secret");

    assertThat(answer("show fsync")).isEqualTo("on");
    assertThat(answer("show full_page_writes")).isEqualTo("on");
    assertThat(answer("show synchronous_commit")).isEqualTo("on");
  }

  @Test
  void loopbackAloneOpensNoDoor() throws Exception {
    lasting().start(port, "secret");

    assertThatThrownBy(() -> DriverManager.getConnection(url(), "postgres", "wrong"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void whatAKilledLauncherLeftIsEndedAndStartedAnew() throws Exception {
    var orphan = lasting().start(port, "secret");

    var heir = lasting().start(port, "secret");

    assertThat(orphan.isAlive()).isFalse();
    assertThat(heir.isAlive()).isTrue();
    assertThat(answer("select 1")).isEqualTo("1");
  }

  @Test
  void killedServerRecoversWhatWasCommitted() throws Exception {
    var killed = lasting().start(port, "secret");
    run("create table kept (id int)");
    killed.destroyForcibly().waitFor();

    lasting().start(port, "secret");

    assertThat(answer("select count(*) from kept")).isEqualTo("0");
  }

  @Test
  void rootWithoutUserNamespacesWorksInAFolderThatOthersMayNotEnter() throws Exception {
    Assumptions.assumeTrue(Folders.owner(Path.of("/proc/self")) == 0, "only root steps down");
    Files.createDirectories(data);
    var account = ServerAccount.steppingDown(data.toAbsolutePath());
    var programsInside = new Binaries(folder.resolve("bin"));

    new Postgres(programsInside, data, log, Durability.LASTING, account).start(port, "secret");

    assertThat(account.prefix()).contains("--ambient-caps=+dac_override");
    assertThat(Folders.owner(data)).isNotZero();
    assertThat(answer("select 1")).isEqualTo("1");
  }

  @Test
  void changeOfAccountKeepsTheData() throws Exception {
    Assumptions.assumeTrue(Folders.owner(Path.of("/proc/self")) == 0, "only root steps down");
    var first = lasting().start(port, "secret");
    run("create table kept (id int)");
    Postgres.stop(first.toHandle());
    var account = ServerAccount.steppingDown(data.toAbsolutePath());

    new Postgres(BINARIES, data, log, Durability.LASTING, account).start(port, "secret");

    assertThat(answer("select count(*) from kept")).isEqualTo("0");
  }

  @Test
  void versionIsThatOfTheProgram() throws Exception {
    assertThat(lasting().version()).startsWith("17.");
  }

  private Postgres lasting() throws Exception {
    return new Postgres(BINARIES, data, log, Durability.LASTING);
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
  }

  private void run(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url(), "postgres", "secret");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String answer(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url(), "postgres", "secret");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
