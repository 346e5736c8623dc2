package tmi.service.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tmi.kernel.problem.Problem;

class ChainRulesTest {
  private static final String ID = "7b0c6f0e-0d5e-4a57-9a4f-2f1f5f3a1c11";
  private final JsonRules json = new JsonRules();

  @Test
  void anIdMustBeAUuidOrAKnownWord() {
    var ids = Set.of("threat_models", "threats");
    var words = Set.of("bulk");

    assertThatCode(() -> PathRules.check("/threat_models/" + ID + "/threats/bulk", ids, words))
        .doesNotThrowAnyException();
    assertThat(problem(() -> PathRules.check("/threat_models/12", ids, words)).code())
        .isEqualTo("invalid_id");
    assertThat(problem(() -> PathRules.check("/x/a..b", ids, words)).status()).isEqualTo(400);
    assertThat(problem(() -> PathRules.check("/x/" + "a".repeat(201), ids, words)).status())
        .isEqualTo(400);
  }

  @Test
  void publicPathsMatchExactlyOrByPrefix() {
    var patterns = List.of("/oauth2/token", "/.well-known/*");

    assertThat(PathRules.matches("/.well-known/jwks.json", patterns)).isTrue();
    assertThat(PathRules.matches("/oauth2/token", patterns)).isTrue();
    assertThat(PathRules.matches("/oauth2/tokens", patterns)).isFalse();
  }

  @Test
  void acceptMustAllowJsonUnlessThePathNegotiates() {
    var html = MultiMap.caseInsensitiveMultiMap().add("Accept", "text/html");

    assertThat(problem(() -> HeaderRules.checkAccept(html, false)).status()).isEqualTo(406);
    assertThatCode(() -> HeaderRules.checkAccept(html, true)).doesNotThrowAnyException();
    assertThatCode(() -> HeaderRules.checkAccept(MultiMap.caseInsensitiveMultiMap(), false))
        .doesNotThrowAnyException();
  }

  @Test
  void aBodyNeedsItsType() {
    var headers = MultiMap.caseInsensitiveMultiMap().add("Content-Length", "2");

    assertThat(problem(() -> HeaderRules.checkContentType(HttpMethod.POST, headers)).status())
        .isEqualTo(400);
  }

  @Test
  void repeatedHeadersAreRefused() {
    var headers =
        MultiMap.caseInsensitiveMultiMap().add("Authorization", "a").add("Authorization", "b");

    assertThat(problem(() -> HeaderRules.checkOnce(headers)).code()).isEqualTo("duplicate_header");
  }

  @Test
  void repeatedKeysTrailingBytesAndBrokenJsonAreRefused() {
    for (String body : new String[] {"{\"a\":1,\"a\":2}", "{} {}", "{\"a\":", "[1,", "nope"}) {
      assertThat(problem(() -> json.check(utf8(body))).code()).as(body).isEqualTo("invalid_input");
    }
  }

  @Test
  void hiddenCharactersAreRefusedAlsoWhenEscaped() {
    for (String body :
        new String[] {"{\"a\":\"x\u200By\"}", "{\"a\":\"x\\u200by\"}", "{\"\\u202e\":1}"}) {
      assertThat(problem(() -> json.check(utf8(body))).code())
          .as(body)
          .isEqualTo("invalid_request");
    }
  }

  @Test
  void bodiesAreBroughtToComposedForm() {
    byte[] checked = json.check(utf8("{\"a\":\"e\u0301\"}"));

    assertThat(new String(checked, StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"\u00e9\"}");
  }

  @Test
  void nestedValuesPass() {
    assertThatCode(() -> json.check(utf8("{\"a\":[{\"b\":[1,2,{\"c\":null}]}],\"d\":{}}")))
        .doesNotThrowAnyException();
  }

  @Test
  void deepNestingIsRefusedNotAFault() {
    assertThat(problem(() -> json.check(utf8("[".repeat(2000) + "]".repeat(2000)))).status())
        .isEqualTo(400);
  }

  private static Problem problem(ThrowingCallable call) {
    Problem problem = catchThrowableOfType(Problem.class, call);
    assertThat(problem).isNotNull();
    return problem;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
