package tmi.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;

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
  @ValueSource(strings = {"abc", "a-1", "abcdefghij-123456789", "x23"})
  void threeToTwentyLettersDigitsAndHyphensAreAHint(String given) {
    assertThat(LoginHint.parse(given)).isPresent();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "ab",
        "-ab",
        "ab-",
        "a_b",
        "tmi.operator",
        "alice@tmi.local",
        "aaaaaaaaaaaaaaaaaaaaa"
      })
  void anythingElseCountsAsNone(String given) {
    assertThat(LoginHint.parse(given)).isEmpty();
  }
}
