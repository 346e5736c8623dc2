package tmi.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void everySpellingOfAWordIsOne() {
    assertThat(Spelling.snake("In Progress")).isEqualTo("in_progress");
    assertThat(Spelling.snake("inProgress")).isEqualTo("in_progress");
    assertThat(Spelling.snake("IN_PROGRESS")).isEqualTo("in_progress");
    assertThat(Spelling.snake(" High ")).isEqualTo("high");
  }

  @Test
  void hyphensStay() {
    assertThat(Spelling.snake("Security-Boundary")).isEqualTo("security-boundary");
  }

  @Test
  void nothingStaysNothing() {
    assertThat(Spelling.snake(null)).isNull();
  }
}
