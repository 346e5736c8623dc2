package tmi.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static tmi.testkit.Problems.assertProblem;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreferencesTest {

  @Test
  void objectOfAClientIsKept() {
    assertThat(Preferences.document(Map.of("tmi-ux", Map.of("theme", "dark"))).encode())
        .isEqualTo("{\"tmi-ux\":{\"theme\":\"dark\"}}");
  }

  @Test
  void twentyClientsAreTheMost() {
    Map<String, Map<String, Object>> many = new HashMap<>();
    for (int i = 0; i < 21; i++) {
      many.put("c" + i, Map.of());
    }
    refused(many);
    many.remove("c0");
    assertThat(Preferences.document(many).size()).isEqualTo(20);
  }

  @Test
  void wholeDocumentIsAtMostAThousandAndTwentyFourBytes() {
    assertThat(Preferences.document(Map.of("c", Map.of("k", "x".repeat(1010)))).encode())
        .hasSize(1024);
    refused(Map.of("c", Map.of("k", "x".repeat(1011))));
  }

  @Test
  void namesAndValuesHaveTheirForm() {
    refused(Map.of("a b", Map.of()));
    refused(Map.of("x".repeat(65), Map.of()));
    refused(null);
  }

  private static void refused(Map<String, Map<String, Object>> document) {
    assertProblem(catchThrowable(() -> Preferences.document(document)), 400, "invalid_input");
  }
}
