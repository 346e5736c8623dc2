package tmi.auth.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static tmi.testkit.Problems.problem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tmi.auth.SignInClient;
import tmi.auth.session.SessionCookies;
import tmi.testkit.Stores;

@QuarkusTest
@TestProfile(ProductionTest.Production.class)
@WithTestResource(Stores.class)
class ProductionTest {
  @Inject SessionCookies cookies;

  @Test
  void builtInProviderIsNotOffered() {
    given().get("/oauth2/providers").then().statusCode(200).body("providers", empty());
  }

  @Test
  void builtInProviderSignsNobodyIn() {
    SignInClient client = new SignInClient();

    client.authorize(Map.of()).then().spec(problem(400, "invalid_request"));
    client
        .exchange("test_auth_code_1764000000_00_hint_YWxpY2U")
        .then()
        .spec(problem(403, "unsupported_grant_type"));
    client.authorize(Map.of("idp", "")).then().spec(problem(400, "invalid_request"));
  }

  @Test
  void cookiesTravelOverTlsAlone() {
    assertThat(cookies.carrying("a", "r"))
        .containsExactly(
            "tmi_access_token=a; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax",
            "tmi_refresh_token=r; Path=/oauth2; Max-Age=604800; HttpOnly; Secure; SameSite=Strict");
  }

  @Test
  void addressesAreThePublicOnes() {
    given()
        .get("/.well-known/openid-configuration")
        .then()
        .body("issuer", equalTo("https://tmi.example.com"))
        .body("jwks_uri", equalTo("https://tmi.example.com/.well-known/jwks.json"));
  }

  public static class Production implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "tmi.service.build-mode", "production",
          "tmi.service.limit.disabled", "false",
          "tmi.token.issuer", "https://tmi.example.com");
    }
  }
}
