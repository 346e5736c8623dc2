package tmi.service.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tmi.kernel.problem.Problem;

class PlainTextTest {
  @Test
  void whatAPersonWroteIsWhatIsStored() {
    for (String text :
        new String[] {
          "a -> b & c < d",
          "Tom's \"shop\"",
          "if x<y then z",
          "a <b> c",
          "List<String>",
          "<b>Web</b> shop",
          "AT&amp;T",
          "&lt;b&gt;",
          "a&nbsp;b",
          "<!-- note -->",
          "x <- y <= z",
          " \tblank at both ends \n"
        }) {
      assertThat(PlainText.asWritten("name", text)).isEqualTo(text);
    }
    assertThat(PlainText.asWritten("name", null)).isNull();
  }

  @Test
  void dangerousContentIsRefusedByFieldAndPiece() {
    assertThatThrownBy(() -> PlainText.asWritten("description", "x <script>y"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("description")
        .hasMessageContaining("\"<script\"");
  }

  @Test
  void itIsFoundBehindCharacterReferences() {
    for (String text :
        new String[] {"&lt;script&gt;x", "&amp;lt;script", "java&#115;cript:x", "&#x24;{x}"}) {
      assertThatThrownBy(() -> PlainText.asWritten("description", text))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("description");
    }
  }
}
