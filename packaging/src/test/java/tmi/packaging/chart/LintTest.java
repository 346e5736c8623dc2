package tmi.packaging.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LintTest {

  @ParameterizedTest
  @EnumSource
  void helmFindsNothingToComplainOf(ValuesFile values, @TempDir Path folder) throws IOException {
    var result = MergedChart.of(values, folder).lint();
    assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    assertThat(result.getMessages()).noneMatch(line -> line.matches("\\[(WARNING|ERROR)].*"));
  }
}
