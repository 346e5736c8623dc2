package tmi.launcher.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tmi.launcher.Refusal;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Mac OS X,aarch64,true",
    "Linux,aarch64,true",
    "Linux,amd64,false",
    "Windows 11,amd64,true"
  })
  void otherSystemsAreAskedForStoresOfTheirOwn(String system, String architecture, boolean glibc) {
    assertThatThrownBy(() -> Platform.require(system, architecture, glibc))
        .isInstanceOf(Refusal.class)
        .hasMessageEndingWith("set DB_HOST and REDIS_HOST to servers of your own.");
  }

  @Test
  void linuxWithGlibcIsSupported() {
    Platform.require("Linux", "amd64", true);
  }
}
