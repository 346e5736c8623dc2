package tmi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be read is refused like everything else: the one error shape, security headers, an
/// id.
@QuarkusTest
@WithTestResource(Suite.class)
class UnreadableRequestTest {
  private final Wire wire = Wire.to(Suite.door);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/me?%",
        "/me?a=%zz",
        "/threat_models/%zz",
        "/me/%",
        "/a%2",
        "/app/%zz",
        "/config?%"
      })
  void aBrokenEscape(String target) {
    isRefused(ask("GET " + target + " HTTP/1.1"), 400, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET  HTTP/1.1", "GET me HTTP/1.1", "G\u0001T /me HTTP/1.1"})
  void aBrokenFirstLine(String line) {
    isRefused(ask(line), 400, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bad Header: x", "X-Nul: a\u0000b", "Content-Length: abc"})
  void aBrokenHeader(String header) {
    isRefused(ask("GET /me HTTP/1.1", header), 400, "invalid_request");
  }

  @Test
  void aQueryThatIsTooLong() {
    isRefused(ask("GET /me?a=" + "q".repeat(17_000) + " HTTP/1.1"), 414, "uri_too_long");
  }

  @Test
  void headersThatAreTooLarge() {
    isRefused(ask("GET /me HTTP/1.1", "X-Large: " + "h".repeat(40_000)), 431, "headers_too_large");
  }

  @ParameterizedTest
  @CsvSource({
    "/threat_models/{id}, /threat_models/%7Bid%7D",
    "/threat_models?name={a|b}, /threat_models?name=%7Ba%7Cb%7D",
    "/threat_models/a^b`c, /threat_models/a%5Eb%60c",
    "/threat_models?q=\u00e4, /threat_models?q=%E4",
  })
  void whatBrowsersSendAsItIsReachesTheServiceEscaped(String sent, String reached) {
    Suite.model1.asked.clear();
    Suite.model2.asked.clear();

    assertThat(ask("GET " + sent + " HTTP/1.1")).startsWith("HTTP/1.1 200");
    assertThat(Suite.model1.asked.size() + Suite.model2.asked.size()).isEqualTo(1);
    assertThat(Suite.model1.asked.isEmpty() ? Suite.model2.asked : Suite.model1.asked)
        .containsExactly("GET " + reached);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/9.9", "HTTP/0.9", "HTTP/2.0"})
  void aVersionThatIsNotSpoken(String version) {
    isRefused(ask("GET /me " + version), 400, "invalid_request");
  }

  @Test
  void aRequestWithoutHost() {
    isRefused(wire.raw("GET /me HTTP/1.1", "Connection: close"), 400, "invalid_request");
  }

  private String ask(String line, String... headers) {
    String[] lines = new String[headers.length + 3];
    lines[0] = line;
    lines[1] = "Host: a";
    lines[2] = "Connection: close";
    System.arraycopy(headers, 0, lines, 3, headers.length);
    return wire.raw(lines);
  }

  private static void isRefused(String answer, int status, String code) {
    // Who cannot be understood is answered in the oldest version.
    assertThat(answer).matches("(?s)HTTP/1\\.[01] " + status + " .*");
    assertThat(answer)
        .containsIgnoringCase("x-content-type-options: nosniff")
        .containsIgnoringCase("content-type: application/json")
        .containsIgnoringCase("x-request-id: ");
    JsonObject body = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    assertThat(body.fieldNames()).containsExactlyInAnyOrder("error", "error_description");
    assertThat(body.getString("error")).isEqualTo(code);
  }
}
