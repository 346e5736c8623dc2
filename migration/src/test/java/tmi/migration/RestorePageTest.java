package tmi.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// The commands of `docs/operations/backup-and-restore.md`, run as they stand there.
@EnabledIf(value = "tmi.migration.DebianServer#isAtHand", disabledReason = DebianServer.OBSTACLE)
class RestorePageTest {

  private static final Path PAGE = Server.ROOT.resolve("docs/operations/backup-and-restore.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\\n(.*?)```");
  private static final String ADMIN = "managed";

  @TempDir private Path folder;
  private DebianServer before;
  private DebianServer after;

  @BeforeEach
  void start() throws Exception {
    before = new DebianServer();
    after = new DebianServer();
    after.run(
        "postgres",
        "postgres",
        "create role managed login password '%s' createrole createdb"
            .formatted(DebianServer.PASSWORD));
  }

  @AfterEach
  void stop() throws Exception {
    before.close();
    after.close();
  }

  @Test
  void administratorOfAManagedDatabaseRestoresWhatWasDumped() throws Exception {
    migrate(before, "postgres");
    before.run(
        "postgres",
        "tmi",
        "insert into event.log (id, type, object_type, object_id, stream, data)"
            + " values (gen_random_uuid(), 'thing.kept', 'thing', gen_random_uuid(), gen_random_uuid(), '{}')");
    runBlock("## Back up a PostgreSQL of your own", before, "postgres");

    migrate(after, ADMIN);
    runBlock("## Restore into an empty server", after, ADMIN);
    migrate(after, ADMIN);

    try (var connection = after.connect(ADMIN, "tmi");
        var statement = connection.createStatement()) {
      statement.execute("set role tmi_owner_event");
      try (var rows = statement.executeQuery("select count(*) from event.log")) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(1);
      }
    }
    after.connect("tmi_webhook", "tmi").close();
    after.connect("tmi_auth", "tmi").close();
  }

  /// The first block of commands after a heading.
  private void runBlock(String heading, DebianServer server, String user) throws Exception {
    var page = Files.readString(PAGE);
    var block = BLOCK.matcher(page.substring(page.indexOf(heading)));
    assertThat(block.find()).isTrue();
    var builder =
        new ProcessBuilder("bash", "-e", "-c", block.group(1))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "DB_HOST",
                "127.0.0.1",
                "NEW",
                "127.0.0.1",
                "DB_USERNAME",
                user,
                "ADMIN",
                user,
                "PGPORT",
                "" + server.port,
                "PGPASSWORD",
                DebianServer.PASSWORD,
                "PATH",
                DebianServer.programs().orElseThrow() + ":" + System.getenv("PATH")));
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static void migrate(DebianServer server, String user) {
    var variables = new HashMap<String, String>();
    Stream.of(RuntimeRole.values())
        .forEach(role -> variables.put(role.passwordVariable(), DebianServer.PASSWORD));
    variables.put("DB_PORT", "" + server.port);
    variables.put("DB_USERNAME", user);
    variables.put("DB_PASSWORD", DebianServer.PASSWORD);
    List<String> said = new ArrayList<>();
    var mode =
        new Migration(Settings.from(variables), new ScriptSource.SourceTree(Server.ROOT), said::add)
            .migrate();
    assertThat(mode).as(String.join("\n", said)).isEqualTo(RoleMode.SEPARATE);
  }
}
