package tmi.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTest {

  private final LogRotation rotation = new LogRotation(4);

  @TempDir Path folder;

  @Test
  void smallLogIsLeftAlone() throws Exception {
    var log = Files.writeString(folder.resolve("a.log"), "1234");

    rotation.rotate(log);

    assertThat(log).hasContent("1234");
  }

  @Test
  void writerGoesOnInTheEmptiedLogAndThreeOldOnesAreKept() throws Exception {
    var log = folder.resolve("a.log");
    try (var writer =
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (var text : new String[] {"first", "second", "third", "fourth"}) {
        writer.write(text.getBytes());
        rotation.rotate(log);
      }
      writer.write("now".getBytes());
    }

    assertThat(log).hasContent("now");
    assertThat(folder.resolve("a.log.1")).hasContent("fourth");
    assertThat(folder.resolve("a.log.3")).hasContent("second");
    assertThat(folder.resolve("a.log.4")).doesNotExist();
  }
}
