package tmi.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static tmi.testkit.Problems.assertProblem;

import org.junit.jupiter.api.Test;

class AuthorizeRequestTest {

  @Test
  void plusSignsOfABase64StateThatArrivedAsBlanksComeBack() {
    assertThat(AuthorizeRequest.state("ab c/d=")).isEqualTo("ab+c/d=");
  }

  @Test
  void emptyStateCountsAsNone() {
    assertThat(AuthorizeRequest.state("")).isNull();
    assertThat(AuthorizeRequest.state(null)).isNull();
  }

  @Test
  void stateOfOtherCharactersIsRefused() {
    assertProblem(catchThrowable(() -> AuthorizeRequest.state("a\"b")), 400, "invalid_input");
    assertProblem(
        catchThrowable(() -> AuthorizeRequest.state("a".repeat(257))), 400, "invalid_input");
  }

  @Test
  void openidIsAskedForAsAWordOfItsOwn() {
    assertProblem(
        catchThrowable(() -> request("openidx profile", null).checkScopeAndType()),
        400,
        "invalid_scope");
    request("profile openid", "code").checkScopeAndType();
  }

  @Test
  void onlyCodesAreGiven() {
    assertProblem(
        catchThrowable(() -> request("openid", "token").checkScopeAndType()),
        400,
        "unsupported_response_type");
  }

  private static AuthorizeRequest request(String scope, String type) {
    return new AuthorizeRequest("tmi", scope, type, null, null, null, "a".repeat(43), "S256");
  }
}
