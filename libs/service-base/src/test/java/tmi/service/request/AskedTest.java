package tmi.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tmi.kernel.page.Window;
import tmi.kernel.problem.Problem;

class AskedTest {
  @Test
  void aWindowHasDefaultsAndBounds() {
    assertThat(Asked.window(null, null)).isEqualTo(new Window(20, 0));
    assertThat(Asked.window("100", "7")).isEqualTo(new Window(100, 7));
    assertRefused(() -> Asked.window("0", null));
    assertRefused(() -> Asked.window("101", null));
    assertRefused(() -> Asked.window("ten", null));
    assertRefused(() -> Asked.window("99999999999", null));
    assertRefused(() -> Asked.window(null, "-1"));
  }

  @Test
  void timesAreRfc3339() {
    assertThat(Asked.time("created_after", "2026-01-31T12:00:00Z"))
        .hasToString("2026-01-31T12:00Z");
    assertThat(Asked.time("created_after", "2026-01-31T12:00:00 02:00"))
        .hasToString("2026-01-31T12:00+02:00");
    assertRefused(() -> Asked.time("created_after", "yesterday"));
    assertRefused(() -> Asked.time("created_after", "+999999999-12-31T23:59:59Z"));
    assertRefused(() -> Asked.time("created_after", "-0044-03-15T12:00:00Z"));
    assertRefused(() -> Asked.time("created_after", "2026-02-30T12:00:00Z"));
  }

  @Test
  void scoresLieBetweenNoughtAndTen() {
    assertThat(Asked.score("score_gt", "9.8")).hasToString("9.8");
    assertRefused(() -> Asked.score("score_gt", "10.1"));
    assertRefused(() -> Asked.score("score_gt", "-1"));
    assertRefused(() -> Asked.score("score_gt", "high"));
    assertThat(Asked.score("score_gt", "1e1")).isEqualByComparingTo("10");
    for (String odd :
        new String[] {
          "1e999999999999999999999",
          "1E-999999999",
          "0E+999999999",
          "0E-2147483647",
          "1E+999999999",
          "9.0000000000000000001",
          "NaN",
          "Infinity",
          "0x1p3",
          " "
        }) {
      assertRefused(() -> Asked.score("score_ge", odd));
    }
  }

  @Test
  void flagsAreTrueOrFalse() {
    assertThat(Asked.flag("mitigated", null)).isNull();
    assertThat(Asked.flag("mitigated", "true")).isTrue();
    assertRefused(() -> Asked.flag("mitigated", "yes"));
  }

  @Test
  void wordsAreNotBlankAndNotTooMany() {
    assertThat(Asked.words("status", List.of(), 10)).isNull();
    assertRefused(() -> Asked.words("status", List.of(" "), 10));
    assertRefused(() -> Asked.words("status", Collections.nCopies(11, "x"), 10));
    assertRefused(() -> Asked.words("status", List.of("a\u0000"), 10));
  }

  @Test
  void textsAreHeldToTheRulesOfAllTexts() {
    assertThat(Asked.text("name", "\u0645\u06CC\u200C\u062E", 10)).hasSize(4);
    assertRefused(() -> Asked.text("name", "a\nb", 10));
    assertRefused(() -> Asked.text("name", "a\u200Bb", 10));
    assertRefused(() -> Asked.text("name", "abc", 2));
  }

  @Test
  void idsAreUuids() {
    assertThat(Asked.id("diagram_id", "")).isNull();
    assertRefused(() -> Asked.id("diagram_id", "xyz"));
    assertRefused(() -> Asked.id("diagram_id", "1-1-1-1-1"));
  }

  private static void assertRefused(Runnable reading) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(400));
  }
}
