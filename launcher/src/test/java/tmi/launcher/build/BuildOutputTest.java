package tmi.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildOutputTest {

  private final BuildOutput output = new BuildOutput();

  @Test
  void eachModuleIsALineOfProgress() {
    assertThat(output.progress("[INFO] Building auth-service 0.1.0                        [7/12]"))
        .contains("building auth-service (7 of 12)");
  }

  @Test
  void fetchedFilesAreCountedNotListed() {
    for (int i = 1; i < 200; i++) {
      assertThat(output.progress("Downloaded from central: https://repo/" + i)).isEmpty();
    }

    assertThat(output.progress("Downloaded from central: https://repo/200"))
        .contains("fetched 200 files");
  }

  @Test
  void firstErrorIsKept() {
    output.progress("[ERROR] COMPILATION ERROR : ");
    output.progress("[ERROR] /a/B.java:[3,1] ';' expected");
    output.progress("[ERROR] Failed to execute goal");

    assertThat(output.firstError()).contains("/a/B.java:[3,1] ';' expected");
  }
}
