package tmi.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.kernel.problem.Problem;

class FormTextTest {

  @Test
  void membersAreDecoded() {
    assertThat(FormText.parse("token=a%2Bb+c&token_type_hint=&x"))
        .containsEntry("token", "a+b c")
        .containsEntry("token_type_hint", "")
        .containsEntry("x", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token=a&token=b", "token=a%E2%80%8Bb", "token=a%00b", "token=%zz"})
  void repeatedInvisibleAndBrokenOnesAreRefused(String body) {
    Problem refusal = catchThrowableOfType(Problem.class, () -> FormText.parse(body));
    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.code()).isEqualTo("invalid_request");
  }
}
