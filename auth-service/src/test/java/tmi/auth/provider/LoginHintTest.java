package tmi.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static tmi.testkit.Problems.assertProblem;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginHintTest {

  @ParameterizedTest
  @ValueSource(strings = {"alice", " Alice ", "ALICE"})
  void hintIsTrimmedAndLowerCased(String given) {
    assertThat(LoginHint.parse(given)).contains(new LoginHint("alice"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m",
        "mo",
        "abc",
        "a-1",
        "mary.jones",
        "mary_jones+tmi",
        "100%sure",
        "x..y",
        "a234567890123456789012345678901234567890123456789012345678901234"
      })
  void lettersDigitsAndTheSignsOfTheContractAreAHint(String given) {
    assertThat(LoginHint.parse(given)).contains(new LoginHint(given));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void nothingIsNoHint(String given) {
    assertThat(LoginHint.parse(given)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-ab",
        "ab-",
        ".",
        "...",
        "a b",
        "alice@tmi.local",
        "m\u00e4ry",
        "a2345678901234567890123456789012345678901234567890123456789012345"
      })
  void anythingElseIsRefused(String given) {
    assertProblem(catchThrowable(() -> LoginHint.parse(given)), 400, "invalid_input");
  }
}
