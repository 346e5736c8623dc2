package tmi.service.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tmi.kernel.problem.Problem;

class PlainTextTest {
  @Test
  void whatAPersonTypedSurvives() {
    assertThat(PlainText.clean("name", "a -> b & c < d")).isEqualTo("a -> b & c < d");
    assertThat(PlainText.clean("name", "Tom's \"shop\"")).isEqualTo("Tom's \"shop\"");
  }

  @Test
  void tagsGo() {
    assertThat(PlainText.clean("name", "<b>Web</b> shop")).isEqualTo("Web shop");
  }

  @Test
  void hiddenScriptIsRefusedByFieldName() {
    assertThatThrownBy(() -> PlainText.clean("description", "&lt;script&gt;x"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("description");
  }
}
