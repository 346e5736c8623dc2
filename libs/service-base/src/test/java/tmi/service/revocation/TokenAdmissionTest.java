package tmi.service.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.service.revocation.TokenAdmission.Step.JUDGE;
import static tmi.service.revocation.TokenAdmission.Step.LOOK;
import static tmi.service.revocation.TokenAdmission.Step.WAIT;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tmi.service.revocation.TokenAdmission.Step;

class TokenAdmissionTest {
  /// WAIT is 503 and JUDGE may be 401: only who has fresh knowledge and keys may say it.
  @ParameterizedTest
  @CsvSource({
    "false, false, false, false, WAIT",
    "false, false, false, true,  WAIT",
    "false, false, true,  false, WAIT",
    "false, false, true,  true,  WAIT",
    "false, true,  false, false, WAIT",
    "false, true,  false, true,  WAIT",
    "false, true,  true,  false, WAIT",
    "false, true,  true,  true,  WAIT",
    "true,  false, false, false, WAIT",
    "true,  false, false, true,  WAIT",
    "true,  false, true,  false, WAIT",
    "true,  false, true,  true,  WAIT",
    "true,  true,  false, false, JUDGE",
    "true,  true,  false, true,  LOOK",
    "true,  true,  true,  false, JUDGE",
    "true,  true,  true,  true,  JUDGE"
  })
  void noTokenIsJudgedByWhoCannotKnow(
      boolean fresh, boolean hasKeys, boolean looked, boolean unknownKey, Step step) {
    assertThat(Step.of(fresh, hasKeys, looked, () -> unknownKey)).isEqualTo(step);
    assertThat(new Step[] {WAIT, LOOK, JUDGE}).contains(step);
  }
}
