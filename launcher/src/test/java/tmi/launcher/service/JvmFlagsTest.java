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

  @ParameterizedTest
  @CsvSource({"2, 96m", "4, 128m", "64, 128m"})
  void memoryBesideTheHeapIsBounded(long gigabytes, String size) {
    assertThat(JvmFlags.of(gigabytes << 30)).contains("-XX:MaxDirectMemorySize=" + size);
  }
}
