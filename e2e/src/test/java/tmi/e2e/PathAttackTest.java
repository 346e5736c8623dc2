package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.bench.wire.Answer;
import tmi.bench.wire.Door;
import tmi.bench.wire.Request;

/// Paths that mean something else to the next program: no inner address, no file, no way elsewhere.
@ExtendWith(RunningSuite.class)
class PathAttackTest {
  private final Door door;

  PathAttackTest(Suite suite) {
    door = Door.of(suite.gateway());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/me/../q/metrics",
        "/me/%2e%2e/q/metrics",
        "/me/%2E%2E/q/metrics",
        "/me/.%2e/q/metrics",
        "/me/..;/q/metrics",
        "/me/..;a=b/q/metrics",
        "/me/..%2fq%2fmetrics",
        "/me%2f..%2fq%2fmetrics",
        "/me/..%5cq%5cmetrics",
        "/me/..\\q\\metrics",
        "/me//q/metrics",
        "/me/./../q/metrics",
        "/threat_models/../q/openapi",
        "/threat_models/%2e%2e/q/health",
        "/threat_models/..%00/q/health",
        "/threat_models/..%0d%0a/q/health",
        "/threat_models/%252e%252e/q/metrics",
        "/threat_models/x/diagrams/../../../q/metrics",
        "/ws/../q/metrics",
        "/oauth2/../q/metrics",
        "/admin/webhooks/../../q/metrics",
        "/.well-known/../q/metrics",
        "/Q/metrics",
        "/%51/metrics",
        "/q;/metrics",
        "/q%2fmetrics",
        "/q/metrics;a",
        "/q/health/../dev",
        "/q/dev-ui",
        "/q/swagger-ui",
        "/q/openapi",
        "/openapi",
        "/../../../../etc/passwd",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2f..%2fetc%2fpasswd",
        "/assets/../../../../etc/passwd",
        "/assets/%2e%2e/%2e%2e/pom.xml",
        "/assets/..%5c..%5cpom.xml",
        "/index.html%00.js",
        "/%00",
        "/.env",
        "/.git/config",
        "/WEB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/application.properties",
        "//evil.example/%2e%2e",
        "//evil.example",
        "/\\evil.example",
        "/%5cevil.example",
        "/%2f%2fevil.example",
        "/.//evil.example",
        "/me//evil.example/",
        "///evil.example/",
        "/threat_models//evil.example/..",
        "/http://evil.example/"
      })
  void noPathLeadsInsideOrElsewhere(String path) {
    Answer answer = door.ask(Request.of("GET", path).with("Accept", "*/*"));

    assertThat(answer.status()).isBetween(200, 499);
    assertThat(answer.text())
        .doesNotContain("http_server_requests", "root:", "<artifactId>", "\"checks\"", "[core]");
    assertThat(answer.header("Location")).doesNotContain("//", "\\", "://");
    if (answer.status() == 200) {
      boolean isScreen = answer.header("Content-Type").contains("text/html");
      assertThat(isScreen || answer.json().has("status")).as(answer.text()).isTrue();
    }
  }
}
