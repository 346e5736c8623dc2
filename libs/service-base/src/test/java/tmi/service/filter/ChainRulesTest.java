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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  /// A key of a person's own may be `ws`, `model` or `import` (house 8).
  @Test
  void aPathIsToldByItsWholeShapeAndNotByItsEnd() {
    var sockets = List.of("/threat_models/{id}/diagrams/{id}/ws");

    assertThat(PathRules.matches("/threat_models/1/diagrams/2/ws", sockets)).isTrue();
    assertThat(PathRules.matches("/threat_models/1/metadata/ws", sockets)).isFalse();
    assertThat(PathRules.matches("/threat_models/1/diagrams/2/metadata/ws", sockets)).isFalse();
    assertThat(PathRules.matches("/threat_models//diagrams/2/ws", sockets)).isFalse();
  }

  @Test
  void acceptMustAllowJsonUnlessThePathNegotiates() {
    var html = MultiMap.caseInsensitiveMultiMap().add("Accept", "text/html");

    assertThat(problem(() -> AcceptRules.settle(html, false)).status()).isEqualTo(406);
    assertThatCode(() -> AcceptRules.settle(html, true)).doesNotThrowAnyException();
    assertThatCode(() -> AcceptRules.settle(MultiMap.caseInsensitiveMultiMap(), false))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "''                                        | none",
        "'  '                                      | none",
        "','                                       | 406",
        "application/yaml                          | application/yaml",
        "'application/yaml;q=0.5, */*;q=0.1'       | 'application/yaml;q=0.5,*/*;q=0.1'",
        "'text/html;level=\"1\",application/json'  | 'text/html;level=\"1\",application/json'",
        "'application/json,,nonsense,a/b;q=high'   | application/json",
        "'application/json;q=2'                    | 406",
        "'/'                                       | 406"
      })
  void noAcceptThatTheFrameworkCannotParseReachesIt(String sent, String left) {
    var headers = MultiMap.caseInsensitiveMultiMap().add("Accept", sent);

    if ("406".equals(left)) {
      assertThat(problem(() -> AcceptRules.settle(headers, true)).status()).isEqualTo(406);
    } else {
      AcceptRules.settle(headers, true);
      assertThat(headers.get("Accept")).isEqualTo(left);
    }
  }

  @Test
  void whereJsonIsAllThereIsNoAcceptGoesFurther() {
    var headers = MultiMap.caseInsensitiveMultiMap().add("Accept", "application/json;q=x, ;");

    AcceptRules.settle(headers, false);

    assertThat(headers.contains("Accept")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json                        | JSON",
        "Application/JSON; charset=UTF-8         | JSON",
        "application/json;charset=\"utf-8\"      | JSON",
        "application/json-patch+json             | JSON",
        "application/vnd.x+json; v=1             | JSON",
        "application/x-www-form-urlencoded       | FORM",
        "application/json; charset=utf-16        | OTHER",
        "application/json; charset=iso-8859-1    | JSON",
        "application/x-www-form-urlencoded; charset=ISO-8859-1 | FORM",
        "text/plain                              | OTHER",
        "application/jsonx                       | OTHER",
        "application/                            | OTHER",
        "''                                      | UNNAMED",
        "'   '                                   | UNNAMED",
        "json                                    | UNNAMED"
      })
  void aBodyIsWhatItsTypeSays(String type, BodyKind kind) {
    var headers = MultiMap.caseInsensitiveMultiMap().add("Content-Type", type);

    assertThat(BodyKind.of(headers)).isEqualTo(kind);
  }

  @Test
  void aBodyNeedsItsType() {
    var headers = MultiMap.caseInsensitiveMultiMap().add("Content-Length", "2");

    assertThat(refusal(headers).status()).isEqualTo(400);
    assertThat(refusal(headers.set("Content-Type", " ")).status()).isEqualTo(400);
    assertThat(refusal(headers.set("Content-Type", "text/plain")).status()).isEqualTo(415);
    assertThatCode(() -> HeaderRules.settleContentType(HttpMethod.POST, headers, true))
        .doesNotThrowAnyException();
  }

  @Test
  void aTypeWithoutABodyIsNobodysToParse() {
    for (HttpMethod method : new HttpMethod[] {HttpMethod.GET, HttpMethod.DELETE}) {
      var headers = MultiMap.caseInsensitiveMultiMap().add("Content-Type", "nonsense");
      HeaderRules.settleContentType(method, headers, false);
      assertThat(headers.contains("Content-Type")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+5", "0x10", "99999999999999999999", "1,1"})
  void aLengthIsANumber(String length) {
    var headers = MultiMap.caseInsensitiveMultiMap().add("Content-Length", length);

    assertThat(problem(() -> HeaderRules.length(headers)).status()).isEqualTo(400);
  }

  @Test
  void headersHaveALimit() {
    var headers = MultiMap.caseInsensitiveMultiMap().add("X", "a".repeat(33_000));

    assertThat(problem(() -> HeaderRules.checkSize(headers)).status()).isEqualTo(431);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/me?%",
        "/me?a=%zz",
        "/me?a=%f",
        "/me?a=%ff",
        "/threat_models/%zz",
        "/threat_models/{id}",
        "/x/\"",
        "/x/%c0%ae",
        "/x/\u00e4",
        "x",
        "*"
      })
  void anAddressThatCannotBeDecodedIsRefused(String address) {
    assertThat(problem(() -> check(address)).status()).isEqualTo(400);
  }

  @Test
  void anAddressHasALimitAndOrdinaryOnesPass() {
    assertThat(problem(() -> check("/me?a=" + "b".repeat(16_000))).status()).isEqualTo(414);
    assertThatCode(() -> check("/x/%D9%85?a=[b]|{c}&d=%20+e")).doesNotThrowAnyException();
  }

  private static void check(String address) {
    int query = address.indexOf('?');
    AddressRules.check(
        address.length(),
        query < 0 ? address : address.substring(0, query),
        query < 0 ? null : address.substring(query + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "%2e%2e", "%2E.", "a%2F..%2Fb", "%3Cb%3E", "a%00"})
  void noPartOfAPathIsAStepOrHidesOne(String part) {
    assertThat(problem(() -> PathRules.check("/x/" + part, Set.of(), Set.of())).code())
        .isEqualTo("invalid_id");
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

  private static Problem refusal(MultiMap headers) {
    return problem(() -> HeaderRules.settleContentType(HttpMethod.POST, headers, false));
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
