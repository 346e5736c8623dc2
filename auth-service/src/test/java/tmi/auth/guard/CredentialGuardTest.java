package tmi.auth.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static tmi.testkit.Problems.problem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.auth.SignInClient;
import tmi.testkit.Awaits;
import tmi.testkit.Stores;
import tmi.testkit.TestRedis;

/// Credential paths while Redis, and with it the gateway's counting, is away.
@QuarkusTest
@TestProfile(CredentialGuardTest.Limited.class)
@WithTestResource(Stores.class)
class CredentialGuardTest {
  private static final String HOME = "198.51.100.7";
  private static final int LIMIT = 5;
  private Map<String, Object> pair;
  TestRedis redis;

  @BeforeEach
  void signInAndLoseRedis() {
    Awaits.untilAsserted(() -> new SignInClient().authorize(Map.of()).then().statusCode(302));
    pair = SignInClient.signIn("alice");
    redis.stop();
  }

  @AfterEach
  void backAgain() {
    redis.start();
  }

  @Test
  void wrongRefreshTokensAreBoundedAndTheSignedInGoOn() {
    boundedFrom("203.0.113.1", () -> refreshFrom("203.0.113.1", "wrong"), 400, "invalid_grant");

    refreshFrom(HOME, pair.get("refresh_token")).then().statusCode(200);
  }

  @Test
  void wrongIntrospectionsAreBounded() {
    untilLimited(() ->
        given()
            .header("X-Real-IP", "203.0.113.2")
            .contentType("application/x-www-form-urlencoded")
            .formParam("token", "a.b.c")
            .post("/oauth2/introspect"));

    given()
        .header("X-Real-IP", HOME)
        .contentType("application/x-www-form-urlencoded")
        .formParam("token", pair.get("access_token"))
        .post("/oauth2/introspect")
        .then()
        .body("active", equalTo(true));
  }

  @Test
  void wrongRevocationsAndClientCredentialsAreBounded() {
    untilLimited(() ->
        SignInClient.json()
            .header("X-Real-IP", "203.0.113.3")
            .body(Map.of("token", "x"))
            .post("/oauth2/revoke"));
    untilLimited(() ->
        SignInClient.json()
            .header("X-Real-IP", "203.0.113.4")
            .body(
                Map.of("grant_type", "client_credentials", "client_id", "a", "client_secret", "b"))
            .post("/oauth2/token"));
  }

  @Test
  void oneTokenIsNotTriedWithoutEndFromManyAddresses() {
    for (int i = 0; i < LIMIT; i++) {
      refreshFrom("198.51.100." + (100 + i), pair.get("refresh_token")).then().statusCode(200);
    }

    refreshFrom("198.51.100.200", pair.get("refresh_token"))
        .then()
        .spec(problem(429, "rate_limit_exceeded"));
  }

  @Test
  void refusalForHasteLeavesTheCookiesAlone() {
    for (int i = 0; i < LIMIT; i++) {
      refreshFrom(HOME, pair.get("refresh_token"));
    }

    Response hasty = refreshFrom(HOME, pair.get("refresh_token"));

    hasty.then().spec(problem(429, "rate_limit_exceeded"));
    assertThat(hasty.headers().getValues("Set-Cookie")).isEmpty();
  }

  private static void boundedFrom(
      String address, Supplier<Response> attempt, int status, String code) {
    attempt.get().then().spec(problem(status, code));
    untilLimited(attempt);
    refreshFrom(address, "another").then().spec(problem(429, "rate_limit_exceeded"));
  }

  /// A minute may turn within the attempts; the limit is met in the next one at the latest.
  private static void untilLimited(Supplier<Response> attempt) {
    for (int i = 0; i < 2 * LIMIT; i++) {
      Response answer = attempt.get();
      if (answer.statusCode() == 429) {
        answer
            .then()
            .spec(problem(429, "rate_limit_exceeded"))
            .header("Retry-After", matchesPattern("[1-9][0-9]?"));
        return;
      }
    }
    throw new AssertionError("nobody was held back");
  }

  private static Response refreshFrom(String address, Object token) {
    return SignInClient.json()
        .header("X-Real-IP", address)
        .body(Map.of("refresh_token", token))
        .post("/oauth2/refresh");
  }

  public static class Limited implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "tmi.service.limit.disabled", "false",
          "tmi.auth.guard.per-credential", "" + LIMIT,
          "tmi.auth.guard.wrong-per-address", "" + LIMIT);
    }
  }
}
