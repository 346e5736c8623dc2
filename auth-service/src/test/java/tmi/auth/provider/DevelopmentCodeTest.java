package tmi.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static tmi.testkit.Problems.assertProblem;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DevelopmentCodeTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_764_000_000);
  private static final Optional<LoginHint> ALICE = LoginHint.parse("alice");

  @Test
  void codeHasTimeThenRandomThenHint() {
    assertThat(DevelopmentCode.of(NOW, "0af3", ALICE))
        .isEqualTo("test_auth_code_1764000000_0af3_hint_YWxpY2U");
  }

  @Test
  void hintIsReadBack() {
    assertThat(DevelopmentCode.hintOf(DevelopmentCode.of(NOW, "0af3", ALICE))).isEqualTo(ALICE);
  }

  @Test
  void codeWithoutHintNamesNobody() {
    assertThat(DevelopmentCode.hintOf(DevelopmentCode.of(NOW, "0af3", Optional.empty()))).isEmpty();
  }

  @Test
  void inventedHintsMakeNobody() {
    assertProblem(
        catchThrowable(() -> DevelopmentCode.hintOf("test_auth_code_1_hint_%%%")),
        400,
        "invalid_grant");
  }

  @Test
  void codesOfOthersAreToldApart() {
    assertThat(DevelopmentCode.isOne("test_auth_code_1")).isTrue();
    assertThat(DevelopmentCode.isOne("4/0AbCd")).isFalse();
  }
}
