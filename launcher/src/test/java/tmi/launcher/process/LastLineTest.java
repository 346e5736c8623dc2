package tmi.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLineTest {

  @TempDir Path folder;

  @Test
  void stackFramesAndEmptyLinesAreNoLastWord() throws Exception {
    var log =
        Files.writeString(
            folder.resolve("a.log"), "start\nCaused by: no key\n\tat a.B.c(B.java:1)\n\n");

    assertThat(LastLine.of(log)).isEqualTo("Caused by: no key");
  }

  @Test
  void missingLogSaysNothing() {
    assertThat(LastLine.of(folder.resolve("none"))).isEqualTo("its log says nothing");
  }

  @Test
  void longLogIsReadFromItsEnd() throws Exception {
    var log = Files.writeString(folder.resolve("a.log"), "x".repeat(200_000) + "\nlast\n");

    assertThat(LastLine.tail(log)).containsExactly("last");
  }
}
