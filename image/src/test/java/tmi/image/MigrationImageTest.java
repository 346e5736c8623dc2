package tmi.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import tmi.image.program.Program;
import tmi.testkit.Stores;

class MigrationImageTest {

  @Test
  void itFindsEverySetAndEndsWithNothing() throws IOException, InterruptedException {
    assumeTrue(Confined.obstacle().isEmpty(), Confined.obstacle());
    var stores = Stores.forService("model");
    var settings = new HashMap<>(stores.start());
    settings.put("DB_USERNAME", "postgres");
    settings.put("TMI_DB_ROLES_SHARED", "true"); // with the other databases of the test cluster
    var log = Path.of("target/migration-image.log");

    var exit = Confined.start(BuiltImages.of(Program.MIGRATION), settings, log.toFile()).waitFor();

    stores.stop();
    assertThat(exit).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log))
        .contains("event: version", "auth: version", "model: version", "webhook: version");
  }
}
