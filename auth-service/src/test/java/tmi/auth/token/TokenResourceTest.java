package tmi.auth.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static tmi.testkit.Problems.problem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tmi.auth.SignInClient;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;
import tmi.testkit.contract.Contract;

@QuarkusTest
@WithTestResource(Stores.class)
class TokenResourceTest {
  private final Contract contract = Contract.load();
  TestDatabase database;
  Tokens tokens;

  @Test
  void refreshTokenGivesANewPair() {
    var pair = SignInClient.signIn("alice");

    Response next = SignInClient.refresh(pair.get("refresh_token"));

    next.then().statusCode(200);
    contract.check("POST", "/oauth2/refresh", 200, next.asString());
    assertThat(next.<String>path("refresh_token")).isNotEqualTo(pair.get("refresh_token"));
    assertThat(claims(next.path("access_token")).get("auth_time"))
        .isEqualTo(claims((String) pair.get("access_token")).get("auth_time"));
  }

  @Test
  void refreshByTokenGrantAndByCookieAreTheSame() {
    var pair = SignInClient.signIn("alice");

    Response second =
        SignInClient.json()
            .body(Map.of("grant_type", "refresh_token", "refresh_token", pair.get("refresh_token")))
            .post("/oauth2/token");
    second.then().statusCode(200);
    SignInClient.json()
        .cookie("tmi_refresh_token", second.<String>path("refresh_token"))
        .body("{}")
        .post("/oauth2/refresh")
        .then()
        .statusCode(200);
  }

  @Test
  void emptyBodyMayBringTheCookieAlone() {
    var pair = SignInClient.signIn("alice");

    given()
        .noContentType()
        .cookie("tmi_refresh_token", pair.get("refresh_token"))
        .post("/oauth2/refresh")
        .then()
        .statusCode(200);
  }

  @Test
  void refreshWithoutAnyTokenIsRefused() {
    SignInClient.json()
        .body("{}")
        .post("/oauth2/refresh")
        .then()
        .spec(problem(400, "invalid_grant"));
    SignInClient.refresh("nobody-knows-it").then().spec(problem(400, "invalid_grant"));
  }

  @Test
  void refreshEndsWithTheSignInsAge() {
    var pair = SignInClient.signIn("old-timer");
    database.execute(
        """
        update auth.sign_ins set expires_at = now() - interval '1 second'
        where user_id = (select id from auth.users where provider_user_id = 'old-timer')
        """);

    SignInClient.refresh(pair.get("refresh_token")).then().spec(problem(400, "invalid_grant"));
  }

  @Test
  void onlyTheHashOfARefreshTokenIsStored() {
    var pair = SignInClient.signIn("alice");

    assertThat(
            database.value(
                Long.class,
                "select count(*) from auth.refresh_tokens where hash = sha256(?::bytea)",
                pair.get("refresh_token").toString()))
        .isEqualTo(1);
  }

  @Test
  void revokedAccessTokenIsOutWithItsWholeSignIn() {
    var pair = SignInClient.signIn("leaver");

    Response answer = revoke(SignInClient.bearer(pair), Map.of("token", pair.get("access_token")));

    answer.then().statusCode(200).body(equalTo("{}"));
    contract.check("POST", "/oauth2/revoke", 200, answer.asString());
    me(SignInClient.bearer(pair)).then().spec(problem(401, "unauthorized"));
    SignInClient.refresh(pair.get("refresh_token")).then().spec(problem(400, "invalid_grant"));
  }

  @Test
  void revokedRefreshTokenEndsItsSignIn() {
    var pair = SignInClient.signIn("leaver-2");
    var other = SignInClient.signIn("helper");

    given()
        .header("Authorization", SignInClient.bearer(other))
        .contentType("application/x-www-form-urlencoded")
        .formParam("token", pair.get("refresh_token"))
        .formParam("token_type_hint", "refresh_token")
        .post("/oauth2/revoke")
        .then()
        .statusCode(200);

    me(SignInClient.bearer(pair)).then().spec(problem(401, "unauthorized"));
    me(SignInClient.bearer(other)).then().statusCode(200);
  }

  @Test
  void unknownTokenIsRevokedAsWell() {
    var pair = SignInClient.signIn("alice");

    revoke(SignInClient.bearer(pair), Map.of("token", "nobody-knows-it")).then().statusCode(200);
    revoke(SignInClient.bearer(pair), Map.of("token", "a.b.c")).then().statusCode(200);
    me(SignInClient.bearer(pair)).then().statusCode(200);
  }

  @Test
  void tokenOfNoSignInEndsAloneWhenItsOwnerLeaves() {
    var bob = tokens.person("no-session");
    Map<String, Object> noSession = new HashMap<>();
    noSession.put("sid", null);
    String bearer = "Bearer " + tokens.signed(bob, noSession);

    given().header("Authorization", bearer).post("/me/logout").then().statusCode(204);

    me(bearer).then().spec(problem(401, "unauthorized"));
  }

  @Test
  void tokenWithoutSignInAndIdCannotBeEnded() {
    var bob = tokens.person("no-id");
    Map<String, Object> neither = new HashMap<>();
    neither.put("sid", null);
    neither.put("jti", null);

    given()
        .header("Authorization", "Bearer " + tokens.signed(bob, neither))
        .post("/me/logout")
        .then()
        .spec(problem(400, "invalid_request"));
  }

  @Test
  void cookieAloneDoesNotAuthorizeARevocation() {
    var pair = SignInClient.signIn("alice");

    SignInClient.json()
        .cookie("tmi_access_token", pair.get("access_token"))
        .body(Map.of("token", pair.get("refresh_token")))
        .post("/oauth2/revoke")
        .then()
        .spec(problem(401, "invalid_client"));
    SignInClient.json()
        .body(Map.of("token", "x", "client_id", "tmi_cc_x", "client_secret", "y"))
        .post("/oauth2/revoke")
        .then()
        .spec(problem(401, "invalid_client"));
  }

  @Test
  void wrongRevocationIsRefused() {
    String bearer = SignInClient.bearer(SignInClient.signIn("alice"));

    revoke(bearer, Map.of()).then().spec(problem(400, "invalid_input"));
    revoke(bearer, Map.of("token", "x", "more", "y")).then().spec(problem(400, "invalid_input"));
    revoke(bearer, Map.of("token", "x", "token_type_hint", "cookie"))
        .then()
        .spec(problem(400, "invalid_input"));
    revoke(bearer, Map.of("token", "a\u200bb")).then().spec(problem(400, "invalid_request"));
  }

  @Test
  void tokenThatHoldsIsDescribed() {
    var pair = SignInClient.signIn("alice");

    introspect(pair.get("access_token"))
        .then()
        .statusCode(200)
        .body("active", equalTo(true))
        .body("sub", equalTo("alice"))
        .body("email", equalTo("alice@tmi.local"))
        .body("token_type", equalTo("bearer"))
        .body("scope", equalTo("openid profile email"))
        .body("iss", equalTo("http://localhost:8080"))
        .body("aud", equalTo(List.of("http://localhost:8080")));
  }

  @Test
  void everyOtherTokenIsInactive() {
    var alice = tokens.person("introspected");
    var pair = SignInClient.signIn("introspected");

    for (Object token :
        List.of(
            pair.get("refresh_token"),
            tokens.expired(alice).token(),
            tokens.forged(alice).token(),
            tamperedWith((String) pair.get("access_token")),
            "nonsense")) {
      Response answer = introspect(token);
      answer.then().statusCode(200).body(equalTo("{\"active\":false}"));
      contract.check("POST", "/oauth2/introspect", 200, answer.asString());
    }
  }

  @Test
  void introspectionTakesAFormAndNothingElse() {
    SignInClient.json()
        .body(Map.of("token", "x"))
        .post("/oauth2/introspect")
        .then()
        .spec(problem(415, "unsupported_media_type"));
    given()
        .contentType("application/x-www-form-urlencoded")
        .body("")
        .post("/oauth2/introspect")
        .then()
        .spec(problem(400, "invalid_input"));
  }

  @Test
  void forgedExpiredAndTamperedTokensAreNoCallers() {
    var bob = tokens.person("token-bob");

    me(bob.bearer()).then().statusCode(200);
    me(tokens.expired(bob).bearer()).then().spec(problem(401, "unauthorized"));
    me(tokens.forged(bob).bearer()).then().spec(problem(401, "unauthorized"));
    me("Bearer " + tamperedWith(bob.token())).then().spec(problem(401, "unauthorized"));
    me("Bearer " + unsigned(bob.token())).then().spec(problem(401, "unauthorized"));
  }

  /// The claims of somebody else below the old signature.
  private static String tamperedWith(String token) {
    String[] parts = token.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String changed = claims.replaceFirst("\"idp\":\"tmi\"", "\"idp\":\"tmj\"");
    assertThat(changed).isNotEqualTo(claims);
    return parts[0] + "." + encode(changed) + "." + parts[2];
  }

  private static String unsigned(String token) {
    return encode("{\"alg\":\"none\"}") + "." + token.split("\\.")[1] + ".";
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> claims(String token) {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return new io.vertx.core.json.JsonObject(new String(claims, StandardCharsets.UTF_8)).getMap();
  }

  private static Response me(String bearer) {
    return given().header("Authorization", bearer).get("/me");
  }

  private static Response revoke(String bearer, Map<String, Object> body) {
    return SignInClient.json().header("Authorization", bearer).body(body).post("/oauth2/revoke");
  }

  private static Response introspect(Object token) {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("token", token)
        .post("/oauth2/introspect");
  }
}
