package tmi.auth.key;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static tmi.testkit.Problems.problem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tmi.auth.SignInClient;
import tmi.testkit.Person;
import tmi.testkit.Stores;
import tmi.testkit.Tokens;

@QuarkusTest
@TestProfile(SharedSecretTest.Hs256.class)
@WithTestResource(Stores.class)
class SharedSecretTest {
  private static final String ISSUER = "http://localhost:8080";
  Tokens tokens;

  @Test
  void developmentSecretOfTheFaqSignsAndNoKeyIsPublished() {
    given().get("/.well-known/jwks.json").then().statusCode(200).body("keys", empty());

    me(SignInClient.bearer(SignInClient.signIn("alice")))
        .then()
        .statusCode(200)
        .body("provider_id", equalTo("alice"));
  }

  @Test
  void secretBeforeTheLastChangeStillVerifiesAndAStrangeOneDoesNot() {
    Person bob = tokens.person("bob");

    me(signedWith("the-secret-before", bob)).then().statusCode(200);
    me(signedWith("somebody-elses-secret", bob)).then().spec(problem(401, "unauthorized"));
  }

  @Test
  void otherAlgorithmIsRefusedThoughItsKeyIsPublished() {
    me(tokens.person("carol").bearer()).then().spec(problem(401, "unauthorized"));
  }

  @Test
  void developmentUsersGetTheRolesOfTheSettingsAndTheFirstOneNone() {
    me(SignInClient.bearer(SignInClient.signIn("dave")))
        .then()
        .body("is_admin", equalTo(false))
        .body("is_security_reviewer", equalTo(false));
    me(SignInClient.bearer(SignInClient.signIn("erin")))
        .then()
        .body("is_admin", equalTo(true))
        .body("is_security_reviewer", equalTo(true));
    me(SignInClient.bearer(SignInClient.signIn("frank")))
        .then()
        .body("is_admin", equalTo(false))
        .body("is_security_reviewer", equalTo(true));
  }

  private static io.restassured.response.Response me(String bearer) {
    return given().header("Authorization", bearer).get("/me");
  }

  private static String signedWith(String secret, Person person) {
    return "Bearer "
        + Jwt.issuer(ISSUER)
            .audience(ISSUER)
            .subject(person.providerId())
            .claim("idp", "tmi")
            .claim("tmi_user", person.id().toString())
            .claim("sid", person.sessionId().toString())
            .expiresAt(Instant.now().plusSeconds(60))
            .signWithSecret(secret);
  }

  public static class Hs256 implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "tmi.token.secret", "secret",
          "tmi.token.previous-secret", "the-secret-before",
          "tmi.auth.group.dev-roles", "erin:admin,reviewer;frank:reviewer");
    }
  }
}
