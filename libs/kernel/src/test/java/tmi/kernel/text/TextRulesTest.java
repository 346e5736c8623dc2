package tmi.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextRulesTest {
  @Test
  void ordinaryTextOfManyScriptsPasses() {
    for (String text :
        new String[] {"Hello\tworld\n", "Grüße", "日本語", "किताब", "👩‍💻 works", "a -> b & c"}) {
      assertThat(UnicodeRules.fault(text)).as(text).isEmpty();
    }
  }

  @Test
  void hiddenAndMisleadingCharactersAreFaults() {
    for (String text :
        new String[] {
          "a\u200Bb",
          "\uFEFFa",
          "a\u202Eb",
          "a\u2066b",
          "\u3164",
          "\uFF1Cscript",
          "a\u0007",
          "a\u200Db",
          "Z\u0300\u0301\u0302"
        }) {
      assertThat(UnicodeRules.fault(text)).as(text).isPresent();
    }
  }

  @Test
  void activeContentIsDangerous() {
    for (String text :
        new String[] {
          "<script>",
          "< IFRAME src=x",
          "javascript:alert(1)",
          "x onload=go()",
          "{{ 7*7 }}",
          "${x}",
          "<% x %>"
        }) {
      assertThat(DangerousContent.isIn(text)).as(text).isTrue();
    }
  }

  @Test
  void proseIsNot() {
    for (String text :
        new String[] {"a < b", "on Monday", "$5 {net}", "script kiddies", "5 = five"}) {
      assertThat(DangerousContent.isIn(text)).as(text).isFalse();
    }
  }
}
