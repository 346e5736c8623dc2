package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSuite.class)
class SignInTest {
  private final Suite suite;

  SignInTest(Suite suite) {
    this.suite = suite;
  }

  @Test
  void aTokenIsGoodAtEveryServiceAsBearerAndAsCookie() {
    Visitor ada = new Visitor(suite.gateway()).signIn("ada");

    for (String path :
        new String[] {"/me", "/threat_models", "/me/sessions", "/admin/webhooks/subscriptions"}) {
      assertThat(ada.call("GET", path, null).statusCode()).as(path).isEqualTo(200);
      assertThat(ada.callByCookie("GET", path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(ada.get("/me").get("is_admin").asBoolean()).isTrue();
  }

  @Test
  void withoutATokenEveryServiceRefusesInTheOneShape() {
    Visitor nobody = new Visitor(suite.gateway());

    for (String path :
        new String[] {
          "/me", "/threat_models", "/me/sessions", "/admin/webhooks/subscriptions", "/nothing"
        }) {
      JsonNode refusal = Visitor.ok(nobody.send("GET", path, null, Map.of()), 401);
      assertThat(refusal.get("error").asText()).as(path).isEqualTo("unauthorized");
      assertThat(refusal.has("error_description")).isTrue();
    }
  }

  @Test
  void aTokenOfAnotherKeyIsRefusedEverywhere() {
    Visitor eve = new Visitor(suite.gateway()).signIn("eve-e2e");
    String token = eve.token();
    String forged =
        token.substring(0, token.length() - 6) + (token.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");

    for (String path : new String[] {"/me", "/threat_models", "/me/sessions"}) {
      var answer = eve.send("GET", path, null, Map.of("Authorization", "Bearer " + forged));
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
    }
  }

  @Test
  void aSignedOutTokenIsOutEverywhereWithinFiveSeconds() {
    Visitor lea = new Visitor(suite.gateway()).signIn("lea");
    assertThat(lea.call("GET", "/threat_models", null).statusCode()).isEqualTo(200);

    assertThat(lea.call("POST", "/me/logout", null).statusCode()).isEqualTo(204);

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> {
          for (String path : new String[] {"/me", "/threat_models", "/me/sessions"}) {
            assertThat(lea.call("GET", path, null).statusCode()).as(path).isEqualTo(401);
          }
        });
  }

  @Test
  void aRefreshTokenThatComesAgainAtOnceHasTheSameSuccessor() {
    Visitor max = new Visitor(suite.gateway()).signIn("max");
    var body = JsonNodeFactory.instance.objectNode().put("refresh_token", max.refreshToken());

    JsonNode renewed = Visitor.ok(max.send("POST", "/oauth2/refresh", body, Map.of()), 200);
    JsonNode again = Visitor.ok(max.send("POST", "/oauth2/refresh", body, Map.of()), 200);

    assertThat(again.get("refresh_token")).isEqualTo(renewed.get("refresh_token"));
    body.put("refresh_token", again.get("refresh_token").asText());
    Visitor.ok(max.send("POST", "/oauth2/refresh", body, Map.of()), 200);
  }

  @Test
  void theStatusAndTheDocumentAreThereForEverybody() {
    Visitor nobody = new Visitor(suite.gateway());

    JsonNode status = Visitor.ok(nobody.send("GET", "/", null, Map.of()), 200);
    JsonNode document = Visitor.ok(nobody.send("GET", "/openapi.json", null, Map.of()), 200);

    assertThat(status.at("/status/code").asText()).isEqualTo("ok");
    assertThat(document.get("openapi").asText()).isEqualTo("3.0.3");
    assertThat(document.get("paths").has("/threat_models")).isTrue();
    assertThat(document.get("paths").has("/oauth2/token")).isTrue();
  }
}
