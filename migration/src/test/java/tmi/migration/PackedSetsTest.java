package tmi.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackedSetsTest {

  @ParameterizedTest
  @EnumSource
  void everySetIsPackedIntoTheProgram(SchemaSet set) {
    assertThat(getClass().getResource("/sets/" + set.schema())).isNotNull();
  }
}
