package tmi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Suite.class)
class DoorTest {
  private final URI gateway = Suite.door;

  private Wire wire;

  @BeforeEach
  void connect() {
    wire = Wire.to(gateway);
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    for (String path : new String[] {"/me", "/config", "/q/health/live"}) {
      var headers = wire.get(path).headers();
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Request-ID").orElseThrow()).hasSize(36);
      assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }
  }

  @Test
  void aPreflightNeedsNoService() {
    HttpResponse<String> answer =
        wire.send("OPTIONS", "/threat_models/7", null, "Origin", "http://localhost:4200");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("http://localhost:4200");
  }

  @Test
  void aServicesOwnCrossOriginRulesDoNotPass() {
    assertThat(
            wire.get("/me/headers", "Origin", "https://evil.example")
                .headers()
                .firstValue("Access-Control-Allow-Origin"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/nothing",
        "/openapi",
        "/openapi/",
        "/x/../q/nothing",
        "/%71/nothing",
        "//q/nothing",
        "/x/%2e%2e/q/nothing",
      })
  void theInnerSideOfTheServicesIsNotReachable(String path) {
    String answer = wire.raw("GET " + path + " HTTP/1.1", "Host: a", "Connection: close");

    assertThat(answer).startsWith("HTTP/1.1 404").contains("\"error\":\"not_found\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/metrics"})
  void ownHealthAndMetricsAreNotAtTheDoor(String path) {
    assertThat(wire.get(path).statusCode()).isEqualTo(404);
    assertThat(Wire.to(Suite.management).get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void anotherSitesPageCannotUseThePersonsCookies() {
    Suite.auth.asked.clear();
    String[] evil = {"Cookie", "tmi_access_token=t", "Origin", "https://evil.example"};
    String[] own = {"Cookie", "tmi_access_token=t", "Origin", "http://localhost:4200"};

    HttpResponse<String> refused = wire.send("POST", "/me/logout", null, evil);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(new JsonObject(refused.body()).getString("error")).isEqualTo("forbidden");
    assertThat(wire.send("POST", "/me/logout", null, own).statusCode()).isEqualTo(200);
    assertThat(Suite.auth.asked).hasSize(1);
  }

  @Test
  void foreignMethodsAreRefusedWithWhatIsAllowed() {
    String answer = wire.raw("TRACE /me HTTP/1.1", "Host: a", "Connection: close");

    assertThat(answer)
        .startsWith("HTTP/1.1 405")
        .containsIgnoringCase("allow: GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS")
        .contains("method_not_allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization: Bearer b", "Host: b", "Content-Type: text/plain"})
  void aCriticalHeaderSentTwiceIsRefused(String second) {
    String answer =
        wire.raw(
            "GET /me HTTP/1.1",
            "Host: a",
            "Authorization: Bearer a",
            "Content-Type: application/json",
            "Connection: close",
            second);

    assertThat(answer).startsWith("HTTP/1.1 400").contains("duplicate_header");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%zz", "/me/%", "/a%2", "/\u00e4", "/me?a=%zz", "/me/a;b=c"})
  void aBrokenPathIsNoFaultOfOurs(String path) {
    String answer = wire.raw("GET " + path + " HTTP/1.1", "Host: a", "Connection: close");

    assertThat(answer).matches("(?s)HTTP/1.1 (200|4..) .*");
  }

  @Test
  void longQueriesPass() {
    String state = "s".repeat(8000);

    assertThat(wire.get("/oauth2/callback?state=" + state).body()).isEqualTo("auth");
  }

  @Test
  void oneSlashTooManyIsForgiven() {
    HttpResponse<String> get = wire.get("/threat_models/?limit=1");
    assertThat(get.statusCode()).isEqualTo(301);
    assertThat(get.headers().firstValue("Location")).contains("/threat_models?limit=1");
    assertThat(wire.send("POST", "/threat_models/", "{}").statusCode()).isEqualTo(307);
  }

  @Test
  void aRedirectNeverLeadsElsewhere() {
    String answer = wire.raw("GET //evil.example/ HTTP/1.1", "Host: a", "Connection: close");

    assertThat(answer.toLowerCase()).contains("location: /evil.example\r\n");
  }

  @Test
  void discoveryIsLimitedByAddressAndSaysHow() {
    HttpResponse<String> answer = null;
    for (int i = 0; i < 11; i++) {
      answer = wire.get("/.well-known/jwks.json", "X-Forwarded-For", "203.0.113.1");
      if (i == 0) {
        assertThat(answer.headers().firstValue("X-RateLimit-Limit")).contains("10");
        assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).contains("9");
      }
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(new JsonObject(answer.body()).getString("error")).isEqualTo("rate_limit_exceeded");
    assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 60);
    assertThat(wire.get("/.well-known/jwks.json", "X-Forwarded-For", "203.0.113.2").statusCode())
        .isEqualTo(200);
    assertThat(wire.get("/.well-known/jwks.json").headers().firstValue("X-RateLimit-Limit"))
        .isEmpty();
  }

  @Test
  void aLimitedRequestKeepsItsBody() {
    HttpResponse<String> answer =
        wire.send("POST", "/oauth2/token", "12345", "X-Forwarded-For", "203.0.113.5");

    assertThat(answer.headers().firstValue("X-RateLimit-Limit")).contains("100");
    assertThat(answer.body()).isEqualTo("auth");
  }

  @Test
  void withoutRedisDocumentsPassAndCredentialsAreStillCounted() throws Exception {
    Suite.redis.stop();
    try {
      HttpResponse<String> credential = null;
      for (int i = 0; i < 202; i++) { // a window of the replica's own may end in between
        credential = wire.send("POST", "/oauth2/refresh", "t", "X-Forwarded-For", "203.0.113.6");
        assertThat(credential.statusCode()).isEqualTo(i < 100 ? 200 : credential.statusCode());
      }
      assertThat(credential.statusCode()).isEqualTo(429);
      assertThat(credential.headers().firstValue("X-RateLimit-Limit")).contains("100");
      for (int i = 0; i < 12; i++) {
        assertThat(
                wire.get("/.well-known/jwks.json", "X-Forwarded-For", "203.0.113.3").statusCode())
            .isEqualTo(200);
      }
    } finally {
      Suite.redis.start();
    }
    await()
        .until(() ->
            wire.get("/.well-known/jwks.json", "X-Forwarded-For", "203.0.113.4")
                .headers()
                .firstValue("X-RateLimit-Limit")
                .isPresent());
  }
}
