package tmi.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmFlagsTest {

  @ParameterizedTest
  @CsvSource({"2, -Xmx160m", "4, -Xmx256m", "8, -Xmx384m", "64, -Xmx384m"})
  void heapFollowsTheMachine(long gigabytes, String heap) {
    assertThat(JvmFlags.of(gigabytes << 30)).contains(heap);
  }
}
