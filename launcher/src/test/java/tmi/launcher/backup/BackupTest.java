package tmi.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.launcher.port.Ports;
import tmi.launcher.status.State.PartState;
import tmi.launcher.status.StateFile;
import tmi.launcher.stub.StubCheckout;

/// The real store, the launcher as a process of its own.
class BackupTest {

  private static final String ROWS = "select count(*) from entries";

  private StubCheckout stub;
  private Path file;

  @BeforeEach
  void prepare() throws Exception {
    stub = new StubCheckout();
    file = stub.checkout().root().resolve("kept.tmi");
  }

  @AfterEach
  void clear() throws Exception {
    stub.close();
  }

  @Test
  void whatWasStoredWhenItBeganComesBackWhatWasStoredAfterItDoesNot() throws Exception {
    up();
    var writing = new Writing();
    await().atMost(Duration.ofSeconds(30)).until(() -> writing.stored() > 50);
    var before = writing.stored();

    tmi(0, "backup", file.toString());

    await().atMost(Duration.ofSeconds(30)).until(() -> writing.stored() > before);
    writing.stop();
    run("insert into entries (id, text) values (1000000, 'late')");
    var key = Files.writeString(secret(), "changed after the backup");
    tmi(0, "down");

    tmi(0, "restore", file.toString());
    up();

    assertThat(key).content().isNotEqualTo("changed after the backup");
    assertThat(number("select count(*) from entries where text = 'late'")).isZero();
    assertThat(number(ROWS))
        .isBetween(before, writing.stored())
        .isEqualTo(number("select max(id) from entries"));
    run("insert into entries (id, text) values (1000001, 'it goes on')");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void restingSuiteIsKeptAndComesBackIntoAnEmptyFolder() throws Exception {
    up();
    run("create table entries (id bigint primary key, text text)");
    run("insert into entries values (1, 'kept')");
    tmi(0, "down");

    tmi(0, "backup", file.toString());
    var empty = Map.of("TMI_DATA", stub.checkout().root().resolve("other").toString());
    assertThat(stub.tmi(empty, "restore", file.toString()).waitFor()).isZero();

    assertThat(stub.checkout().root().resolve("other/postgres/PG_VERSION")).exists();
    assertThat(stub.checkout().root().resolve("other"))
        .isDirectoryNotContaining("glob:**replaced-*");
  }

  @Test
  void everyRefusalIsOneSentenceAndChangesNothing() throws Exception {
    refused("There is nothing to back up in", "backup", file.toString());
    refused("backup needs a value", "backup");
    refused("cannot be read: name a file of ./tmi backup", "restore", file.toString());
    up();
    tmi(0, "backup", file.toString());
    refused("exists already: name another file", "backup", file.toString());
    refused("The suite is running: ./tmi down first", "restore", file.toString());
    tmi(0, "down");
    var content = Files.readAllBytes(file);

    var cut = file.resolveSibling("cut");
    Files.write(cut, Arrays.copyOf(content, content.length - 100));
    refused("is no backup, or cut short or damaged", "restore", cut.toString());
    content[content.length / 2] ^= 0x55;
    Files.write(cut, content);
    refused("is no backup, or cut short or damaged", "restore", cut.toString());
    Files.writeString(cut, "something else");
    refused("is no backup, or cut short or damaged", "restore", cut.toString());

    assertThat(stub.checkout().data()).isDirectoryNotContaining("glob:**replaced-*");
    assertThat(stub.checkout().data()).isDirectoryNotContaining("glob:**restoring-*");
  }

  /// Stores one row a commit, numbered without a gap, until it is stopped.
  private final class Writing {
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicReference<Long> stored = new AtomicReference<>(0L);
    private final Thread thread;

    Writing() throws Exception {
      run("create table entries (id bigint primary key, text text)");
      thread = Thread.ofPlatform().start(this::write);
    }

    long stored() {
      return stored.get();
    }

    void stop() throws InterruptedException {
      ended.set(true);
      thread.join();
    }

    private void write() {
      try (var connection = connect();
          var insert =
              connection.prepareStatement(
                  "insert into entries values (?, repeat('some text', 100))")) {
        for (long id = 1; !ended.get(); id++) {
          insert.setLong(1, id);
          insert.execute();
          stored.set(id);
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Path secret() {
    return stub.checkout().secrets().resolve("key-encryption.key");
  }

  private void up() throws Exception {
    tmi(0, "up", "--detach", "--port", "" + Ports.free());
  }

  private void refused(String sentence, String... words) throws Exception {
    var before = out().length();
    tmi(1, words);
    assertThat(out().substring(before)).contains(sentence).hasLineCount(1);
  }

  private void tmi(int exit, String... words) throws Exception {
    assertThat(stub.tmi(Map.of(), words).waitFor()).as(out()).isEqualTo(exit);
  }

  private String out() throws Exception {
    return Files.exists(stub.out()) ? Files.readString(stub.out()) : "";
  }

  private void run(String sql) throws Exception {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws Exception {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Connection connect() throws Exception {
    var port =
        new StateFile(stub.checkout())
            .read().parts().stream()
                .filter(part -> part.name().equals("postgres"))
                .mapToInt(PartState::port)
                .findFirst()
                .orElseThrow();
    var password = Files.readString(stub.checkout().secrets().resolve("postgres")).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "postgres", password);
  }
}
