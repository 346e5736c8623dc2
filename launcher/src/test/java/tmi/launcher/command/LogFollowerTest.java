package tmi.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

  @TempDir Path folder;

  @Test
  void onlyWhatIsNewAndWholeIsShown() throws Exception {
    var log = Files.writeString(folder.resolve("a.log"), "old\n");
    var follower = LogFollower.fromEnd(log);

    Files.writeString(log, "grün\nhal", StandardOpenOption.APPEND);
    assertThat(follower.newLines()).containsExactly("grün");
    Files.writeString(log, "f\n", StandardOpenOption.APPEND);
    assertThat(follower.newLines()).containsExactly("half");
  }

  @Test
  void anEmptiedLogIsReadFromItsBeginning() throws Exception {
    var log = Files.writeString(folder.resolve("a.log"), "a long line from before\n");
    var follower = LogFollower.fromEnd(log);

    Files.writeString(log, "new\n");

    assertThat(follower.newLines()).containsExactly("new");
  }

  @Test
  void aLogThatIsNotThereYetSaysNothing() throws Exception {
    assertThat(LogFollower.fromEnd(folder.resolve("none.log")).newLines()).isEmpty();
  }
}
