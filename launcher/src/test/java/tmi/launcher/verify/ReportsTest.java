package tmi.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  private static final FileTime BEGIN = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));

  @TempDir Path root;

  @Test
  void errorsCountAsFailedAndSkippedDoNotCountAsPassed() throws Exception {
    surefire("a", "tests=\"10\" errors=\"1\" skipped=\"2\" failures=\"3\"", 60);
    surefire("b/c", "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"", 60);

    assertThat(new SurefireReports(root).since(BEGIN)).isEqualTo(new Tally(9, 4, 2));
  }

  @Test
  void reportsOfAnEarlierRunDoNotCount() throws Exception {
    surefire("a", "tests=\"10\" errors=\"0\" skipped=\"0\" failures=\"0\"", -60);

    assertThat(new SurefireReports(root).since(BEGIN)).isEqualTo(Tally.NOTHING);
  }

  @Test
  void webReportsAreSummedUp() throws Exception {
    Files.writeString(
        root.resolve("unit.json"),
        "{\"numPassedTests\":7,\"numFailedTests\":1,\"numPendingTests\":1,\"numTodoTests\":1}");
    Files.writeString(root.resolve("browser.json"), "{\"numPassedTests\":2,\"numFailedTests\":0}");

    assertThat(new WebReports(root).since(BEGIN)).isEqualTo(new Tally(9, 1, 2));
  }

  @Test
  void closingLineIsGoodOnlyWithTestsAndWithoutFailures() {
    assertThat(new Tally(3, 0, 1).line()).isEqualTo("3 passed, 0 failed, 1 skipped");
    assertThat(new Tally(3, 0, 1).isGood()).isTrue();
    assertThat(new Tally(3, 1, 0).isGood()).isFalse();
    assertThat(Tally.NOTHING.isGood()).isFalse();
  }

  private void surefire(String module, String attributes, int secondsAfter) throws Exception {
    var folder = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
    var report =
        Files.writeString(
            folder.resolve("TEST-x.xml"),
            "<?xml version=\"1.0\"?><testsuite name=\"x\" %s><testcase/></testsuite>"
                .formatted(attributes));
    Files.setLastModifiedTime(report, FileTime.from(BEGIN.toInstant().plusSeconds(secondsAfter)));
  }
}
