package tmi.model.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.mutiny.sqlclient.Tuple;
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
  }

  @Test
  void scoresLieBetweenNoughtAndTen() {
    assertThat(Asked.score("score_gt", "9.8")).hasToString("9.8");
    assertRefused(() -> Asked.score("score_gt", "10.1"));
    assertRefused(() -> Asked.score("score_gt", "-1"));
    assertRefused(() -> Asked.score("score_gt", "high"));
    assertRefused(() -> Asked.score("score_gt", "1e999999999999999999999"));
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
  }

  @Test
  void aFilterBecomesAParameterAndNeverText() {
    Tuple parameters = Tuple.of("first");
    Conditions where = new Conditions(parameters);

    where.contains("t.name", "50%_\\").and("t.x = ?", null).and(true, "t.live");

    assertThat(where.sql()).isEqualTo("\n   and t.name ilike $2::text\n   and t.live");
    assertThat(parameters.getString(1)).isEqualTo("%50\\%\\_\\\\%");
  }

  private static void assertRefused(Runnable reading) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(400));
  }
}
