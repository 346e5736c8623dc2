package tmi.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

  @TempDir Path folder;

  @Test
  void whoComesSecondTakesWhatTheFirstOneMade() throws Exception {
    var target = Files.createDirectory(folder.resolve("postgres-1"));
    Files.writeString(target.resolve("postgres"), "first");
    var unfinished = Files.createDirectory(folder.resolve("postgres-unfinished"));
    Files.writeString(unfinished.resolve("postgres"), "second");

    Binaries.publish(unfinished, target);

    assertThat(target.resolve("postgres")).hasContent("first");
    assertThat(unfinished).doesNotExist();
  }
}
