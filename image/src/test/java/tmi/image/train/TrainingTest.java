package tmi.image.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tmi.image.program.Program;
import tmi.launcher.port.Ports;
import tmi.launcher.store.Folders;
import tmi.testkit.Awaits;
import tmi.testkit.ProjectFolder;
import tmi.testkit.Stores;

class TrainingTest {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");
  private static final Path LOG = Path.of("target/trained.log");

  private final Path folder = Path.of("target/trained").toAbsolutePath();
  private final Stores stores = Stores.forService("auth");
  private Process process;

  @AfterEach
  void end() {
    process.destroyForcibly();
    stores.stop();
  }

  @Test
  void theGatewayStartsFromTheCacheThatItsTrainingWrote() throws Exception {
    copy(Program.GATEWAY.built(ProjectFolder.root()));
    new Training(ProjectFolder.root(), folder, JAVA).run(Program.GATEWAY);

    var port = Ports.free();
    var management = Ports.free();
    start(port, management);

    Awaits.until("ready from the cache", Duration.ofSeconds(60), () -> isReady(management));
    assertThat(LOG).content().doesNotContain("AOT cache");
  }

  /// Without the cache, or with one that does not fit, a JVM in this mode refuses to start.
  private void start(int port, int management) throws IOException {
    var command = new ArrayList<>(List.of(JAVA.toString(), "-XX:AOTMode=on"));
    command.add("@" + folder.resolve("java.args"));
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(LOG.toFile());
    builder.environment().putAll(stores.start());
    builder.environment().put("SERVER_PORT", "" + port);
    builder.environment().put("TMI_MANAGEMENT_PORT", "" + management);
    process = builder.start();
  }

  private boolean isReady(int port) {
    assertThat(process.isAlive()).as("the process").isTrue();
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void copy(Path built) throws IOException {
    Folders.delete(folder);
    try (var tree = Files.walk(built)) {
      for (var file : tree.toList()) {
        Files.copy(file, folder.resolve(built.relativize(file).toString()));
      }
    }
  }
}
