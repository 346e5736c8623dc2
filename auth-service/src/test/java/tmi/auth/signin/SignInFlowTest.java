package tmi.auth.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static tmi.testkit.Problems.problem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.auth.SignInClient;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;
import tmi.testkit.contract.Contract;

@QuarkusTest
@WithTestResource(Stores.class)
class SignInFlowTest {
  private final Contract contract = Contract.load();
  private final SignInClient client = new SignInClient();
  TestDatabase database;

  @Test
  void personSignsInAndIsKnown() {
    Response pair = client.exchange(client.codeFor("alice"));

    contract.check("POST", "/oauth2/token", 200, pair.asString());
    pair.then().body("token_type", equalTo("bearer")).body("expires_in", equalTo(3600));
    given()
        .filter(contract.filter())
        .header("Authorization", "Bearer " + pair.path("access_token"))
        .get("/me")
        .then()
        .statusCode(200)
        .body("provider", equalTo("tmi"))
        .body("provider_id", equalTo("alice"))
        .body("display_name", equalTo("Alice (TMI User)"))
        .body("email", equalTo("alice@tmi.local"));
  }

  @Test
  void cookieCountsAsMuchAsTheHeader() {
    Response pair = client.exchange(client.codeFor("cookie-eater"));

    Headers headers = pair.headers();
    assertThat(headers.getValues("Set-Cookie"))
        .containsExactlyInAnyOrder(
            "tmi_access_token="
                + pair.path("access_token")
                + "; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax",
            "tmi_refresh_token="
                + pair.path("refresh_token")
                + "; Path=/oauth2; Max-Age=604800; HttpOnly; SameSite=Strict");
    given()
        .cookie("tmi_access_token", pair.<String>path("access_token"))
        .get("/me")
        .then()
        .statusCode(200)
        .body("provider_id", equalTo("cookie-eater"));
  }

  @Test
  void whatIsMissingIsNamedAsTheClientSendsIt() {
    String without =
        client
            .authorize(Map.of("code_challenge", "", "code_challenge_method", ""))
            .then()
            .statusCode(400)
            .extract()
            .path("error_description");

    assertThat(without).contains("code_challenge");
  }

  @Test
  void stateComesBackUnchanged() {
    Response found = client.authorize(Map.of("state", "eyJ+/a=~._-"));

    String location = found.header("Location");
    assertThat(location).startsWith(SignInClient.CALLBACK + "?");
    assertThat(SignInClient.query(location)).containsEntry("state", "eyJ+/a=~._-");
  }

  @Test
  void stateIsMadeWhenTheClientSendsNone() {
    String location = client.authorize(Map.of("state", "")).header("Location");

    assertThat(SignInClient.query(location).get("state")).hasSize(44);
  }

  @Test
  void wrongVerifierIsRefusedAndUsesTheCodeUp() {
    String code = client.codeFor("mallory");

    client
        .exchange(Map.of("code", code, "code_verifier", "x".repeat(43)))
        .then()
        .spec(problem(400, "invalid_grant"));
    client.exchange(code).then().spec(problem(400, "invalid_grant"));
  }

  @Test
  void codeIsGoodOnce() {
    String code = client.codeFor("alice");

    client.exchange(code).then().statusCode(200);
    client.exchange(code).then().spec(problem(400, "invalid_grant"));
  }

  @Test
  void codeThatComesAgainEndsWhatItMade() {
    String code = client.codeFor("copied");
    Map<String, Object> pair = client.exchange(code).then().extract().as(Map.class);
    Map<String, Object> other = SignInClient.signIn("copied");
    String next = SignInClient.refresh(pair.get("refresh_token")).path("refresh_token");

    new SignInClient().exchange(code).then().spec(problem(400, "invalid_grant"));

    me(pair).then().spec(problem(401, "unauthorized"));
    SignInClient.refresh(next).then().spec(problem(400, "invalid_grant"));
    me(other).then().statusCode(200);
  }

  @Test
  void codeThatTheCallbackBringsBackIsStillUsed() {
    String code =
        SignInClient.query(client.authorize(Map.of("state", "bring-back")).header("Location"))
            .get("code");
    Map<String, Object> pair = client.exchange(code).then().extract().as(Map.class);
    callback(Map.of("code", code, "state", "bring-back")).then().statusCode(302);

    client.exchange(code).then().spec(problem(400, "invalid_grant"));

    me(pair).then().spec(problem(401, "unauthorized"));
  }

  @Test
  void codeUsedSeveralTimesAtOnceLeavesNobodySignedIn() {
    String code = client.codeFor("copied-at-once");

    List<Response> answers =
        IntStream.range(0, 4).parallel().mapToObj(i -> client.exchange(code)).toList();

    answers.stream()
        .filter(answer -> answer.statusCode() == 200)
        .forEach(answer -> me(answer.as(Map.class)).then().spec(problem(401, "unauthorized")));
    assertThat(
            database.value(
                Long.class,
                """
                select count(*) from auth.sign_ins s join auth.users u on u.id = s.user_id
                where u.provider_user_id = 'copied-at-once' and s.ended_at is null
                """))
        .isZero();
  }

  @Test
  void redirectUriIsTheOneThatTheCodeWasSentTo() {
    for (String other : List.of(SignInClient.CALLBACK + "/", "http://localhost:4201/x")) {
      client
          .exchange(Map.of("code", client.codeFor("alice"), "redirect_uri", other))
          .then()
          .spec(problem(400, "invalid_grant"));
    }
  }

  @Test
  void authorizationResponseSaysWhoseItIs() {
    String location = client.authorize(Map.of()).header("Location");

    assertThat(SignInClient.query(location)).containsEntry("iss", "http://localhost:8080");
    for (String document : List.of("openid-configuration", "oauth-authorization-server")) {
      given()
          .get("/.well-known/" + document)
          .then()
          .body("issuer", equalTo("http://localhost:8080"))
          .body("authorization_response_iss_parameter_supported", equalTo(true));
    }
  }

  @Test
  void inventedCodeIsRefused() {
    client
        .exchange("test_auth_code_1764000000_00_hint_YWxpY2U")
        .then()
        .spec(problem(400, "invalid_grant"));
  }

  @Test
  void twoSignInsOfOneSecondDoNotDisturbEachOther() {
    SignInClient other = new SignInClient();
    String first = client.codeFor("twin");
    String second = other.codeFor("twin");

    client.exchange(first).then().statusCode(200);
    other.exchange(second).then().statusCode(200);
  }

  @Test
  void formBodyIsTakenToo() {
    given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("grant_type", "authorization_code")
        .formParam("code", client.codeFor("form-filler"))
        .formParam("code_verifier", client.verifier())
        .formParam("redirect_uri", SignInClient.CALLBACK)
        .post("/oauth2/token")
        .then()
        .statusCode(200);
  }

  @Test
  void personIsSomebodyNewWithoutHint() {
    Response pair =
        client.exchange(
            SignInClient.query(client.authorize(Map.of()).header("Location")).get("code"));

    given()
        .header("Authorization", "Bearer " + pair.path("access_token"))
        .get("/oauth2/userinfo")
        .then()
        .statusCode(200)
        .body("sub", org.hamcrest.Matchers.matchesPattern("testuser-\\d{8}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mary.jones", "mo", "Mary_Ann+2", "100%25sure"})
  void hintIsTheSamePersonAtEverySignIn(String encoded) {
    String hint = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);

    String first = subject(SignInClient.signIn(hint));

    assertThat(first).isEqualTo(hint.toLowerCase(Locale.ROOT));
    assertThat(subject(SignInClient.signIn(hint))).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-ab", "ab.", "a b", "alice@tmi.local", "<script>"})
  void hintThatNamesNobodyIsRefusedInWords(String hint) {
    client
        .authorize(Map.of("login_hint", hint))
        .then()
        .spec(problem(400, "invalid_input"))
        .body("error_description", startsWith("login_hint must be at most 64 letters"));
  }

  @Test
  void nobodySignsInAsAMachineAccount() {
    Response answer = client.exchange(client.codeFor("tmi.operator"));

    answer.then().spec(problem(403, "forbidden"));
    assertThat(
            database.value(
                String.class,
                "select name from auth.users where provider_user_id = 'tmi.operator'"))
        .isEqualTo("Operator System");
  }

  @Test
  void callbackBindsTheCodeAndGoesOnToTheClient() {
    String location = client.authorize(Map.of("state", "bind-me")).header("Location");
    String code = SignInClient.query(location).get("code");

    callback(Map.of("code", code, "state", "bind-me"))
        .then()
        .statusCode(302)
        .header("Location", equalTo(location));
    callback(Map.of("code", code, "state", "bind-me")).then().spec(problem(400, "invalid_request"));
    client.exchange(code).then().statusCode(200);
  }

  @Test
  void signInWithoutClientCallbackEndsAtOurOwn() {
    String location =
        client.authorize(Map.of("client_callback", "", "state", "own-one")).header("Location");

    assertThat(location).startsWith("http://localhost:8080/oauth2/callback?");
    callback(SignInClient.query(location)).then().spec(problem(400, "invalid_request"));
  }

  @Test
  void refusalOfAProviderIsPassedOn() {
    callback(Map.of("error", "access_denied")).then().spec(problem(400, "access_denied"));
    callback(Map.of("code", "x")).then().spec(problem(400, "invalid_request"));
  }

  @Test
  void headUsesNoSignInUp() {
    given()
        .redirects()
        .follow(false)
        .head("/oauth2/authorize?idp=tmi")
        .then()
        .statusCode(405)
        .header("Allow", org.hamcrest.Matchers.containsString("GET"));
  }

  @ParameterizedTest
  @CsvSource({
    "idp, acme, invalid_request",
    "scope, profile email, invalid_scope",
    "scope, '', invalid_input",
    "scope, open<id>, invalid_input",
    "client_callback, https://evil.example/, invalid_request",
    "client_callback, http://localhost:80@evil.example/, invalid_request",
    "client_callback, javascript:alert(1), invalid_input",
    "response_type, token, unsupported_response_type",
    "code_challenge, '', invalid_request",
    "code_challenge, short, invalid_request",
    "code_challenge_method, plain, invalid_request",
    "code_challenge_method, '', invalid_request",
    "state, a b\"c, invalid_input"
  })
  void wrongRequestIsRefused(String name, String value, String code) {
    Response answer = client.authorize(Map.of(name, value));

    answer.then().spec(problem(400, code));
    contract.check("GET", "/oauth2/authorize", 400, answer.asString());
  }

  @ParameterizedTest
  @CsvSource({
    "code, '', invalid_request",
    "redirect_uri, '', invalid_request",
    "code_verifier, '', invalid_request",
    "code_verifier, tooshort, invalid_input",
    "grant_type, password, unsupported_grant_type",
    "grant_type, '', invalid_request",
    "surplus, x, invalid_input"
  })
  void wrongExchangeIsRefused(String name, String value, String code) {
    Map<String, String> body =
        name.equals("code") ? Map.of(name, value) : Map.of("code", "test_auth_code_1", name, value);
    Response answer = client.exchange(body);

    answer.then().spec(problem(400, code));
    contract.check("POST", "/oauth2/token", 400, answer.asString());
  }

  @ParameterizedTest
  @CsvSource({
    "code_challenge, '', code_challenge is needed",
    "code_challenge, short, code_challenge must be 43 to 128 characters",
    "code_challenge_method, plain, code_challenge_method must be S256",
    "code_challenge_method, '', code_challenge_method must be S256"
  })
  void refusalNamesTheParameterAsTheClientWroteIt(String name, String value, String sentence) {
    client.authorize(Map.of(name, value)).then().body("error_description", startsWith(sentence));
  }

  @ParameterizedTest
  @CsvSource({"grant_type=password, unsupported_grant_type", "code=x, invalid_request"})
  void formWithAWrongGrantTypeIsRefusedAsOAuthSays(String form, String code) {
    given()
        .contentType("application/x-www-form-urlencoded")
        .body(form)
        .post("/oauth2/token")
        .then()
        .spec(problem(400, code));
  }

  @Test
  void codeOfOneProviderIsNotTakenForAnothers() {
    SignInClient.json()
        .body(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                client.codeFor("alice"),
                "code_verifier",
                client.verifier(),
                "redirect_uri",
                SignInClient.CALLBACK))
        .post("/oauth2/token?idp=acme")
        .then()
        .spec(problem(400, "invalid_request"));
  }

  @Test
  void nobodyHasClientCredentialsYet() {
    SignInClient.json()
        .body(Map.of("grant_type", "client_credentials", "client_id", "x", "client_secret", "y"))
        .post("/oauth2/token")
        .then()
        .spec(problem(401, "invalid_client"));
  }

  @Test
  void manySignInsOfOnePersonAtOnceMakeOnePerson() {
    List<SignInClient> clients = IntStream.range(0, 8).mapToObj(i -> new SignInClient()).toList();
    List<String> codes = clients.stream().map(c -> c.codeFor("race-horse")).toList();

    List<Integer> statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> clients.get(i).exchange(codes.get(i)).statusCode())
            .toList();

    assertThat(statuses).containsOnly(200);
    assertThat(
            database.value(
                Long.class,
                "select count(*) from auth.users where provider_user_id = 'race-horse'"))
        .isEqualTo(1);
  }

  @Test
  void personWhoWasNamedByMailBeforeIsRecognised() {
    database.execute(
        "select auth.ensure_principal('user', 'tmi', 'expected@tmi.local', null, null)");

    SignInClient.signIn("expected");

    assertThat(
            database.column(
                String.class,
                "select provider_user_id from auth.users where email = 'expected@tmi.local'"))
        .containsExactly("expected");
  }

  @Test
  void mailOfAnotherProvidersAccountIsAConflict() {
    database.execute(
        "select auth.ensure_principal('user', 'acme', 'x-1', 'conflicted@tmi.local', null)");

    Response answer = client.exchange(client.codeFor("conflicted"));

    answer.then().spec(problem(409, "account_conflict"));
    contract.check("POST", "/oauth2/token", 409, answer.asString());
  }

  @Test
  void providersAreListed() {
    given()
        .filter(contract.filter())
        .get("/oauth2/providers")
        .then()
        .statusCode(200)
        .body("providers.id", hasItem("tmi"))
        .body("providers[0].auth_url", equalTo("http://localhost:8080/oauth2/authorize?idp=tmi"));
    given()
        .filter(contract.filter())
        .get("/saml/providers")
        .then()
        .statusCode(200)
        .body("providers", org.hamcrest.Matchers.empty());
  }

  private static String subject(Map<String, Object> pair) {
    return me(pair).then().statusCode(200).extract().path("provider_id");
  }

  private static Response me(Map<String, Object> pair) {
    return given().header("Authorization", SignInClient.bearer(pair)).get("/me");
  }

  private static Response callback(Map<String, String> query) {
    return given().redirects().follow(false).queryParams(query).get("/oauth2/callback");
  }
}
