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

  /// U+200C and U+200D are part of the spelling of these words.
  @Test
  void joinersPassWhereAScriptNeedsThem() {
    for (String text :
        new String[] {
          "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", // Persian: I want
          "API\u200C\u0647\u0627", // Persian: APIs
          "\u06F1\u06F0\u200C\u0633\u0627\u0644\u0647", // Persian: ten years old
          "\u0645\u0650\u06CC\u200C\u062F", // a vowel sign between
          "\u0915\u094D\u200D\u0937", // Hindi: a half form
          "\u0915\u094D\u200C\u0937", // Hindi: a visible virama
          "\u0D05\u0D35\u0D28\u0D4D\u200D", // Malayalam: a chillu, at the end
          "\u0DC1\u0DCA\u200D\u0DBB\u0DD3", // Sinhala: Sri
          "\u1820\u200D\u1820", // Mongolian
          "\uD83D\uDC69\u200D\uD83D\uDCBB",
          "\u2764\uFE0F\u200D\uD83D\uDD25"
        }) {
      assertThat(UnicodeRules.fault(text)).as(text).isEmpty();
    }
  }

  @Test
  void joinersAreFaultsAnywhereElse() {
    for (String text :
        new String[] {
          "pass\u200Cword",
          "pass\u200Dword",
          "\u200C\u0645",
          "\u0645\u200C",
          "\u0645\u200C\u200C\u0645",
          "\u0645\u200C word",
          "\u0645\u200Cword",
          "word\u200D\u0645",
          "\u0433\u200C\u043E", // Cyrillic
          "e\u0301\u200De\u0301",
          "\u200D",
          "\u0645\u200F\u0645", // a mark of direction is no joiner
          "\u0645\u200E\u0645"
        }) {
      assertThat(UnicodeRules.fault(text)).as(text).contains("zero-width characters");
    }
  }

  @Test
  void aJoinerDoesNotBreakARowOfMarks() {
    assertThat(UnicodeRules.fault("\u0915\u094D\u0901\u200D\u0901\u0915")).isPresent();
  }

  @Test
  void halfASurrogatePairIsAFault() {
    assertThat(UnicodeRules.fault("a\uD83D")).isPresent();
    assertThat(UnicodeRules.fault("\uDC69a")).isPresent();
  }

  @Test
  void stepsInAPathAreNoNames() {
    assertThat(PathSegmentRule.fault(".")).isPresent();
    assertThat(PathSegmentRule.fault("..")).isPresent();
    assertThat(PathSegmentRule.fault("...")).isEmpty();
    assertThat(PathSegmentRule.fault(".a")).isEmpty();
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
