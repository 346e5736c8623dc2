package tmi.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {
  private final CrossOrigin development = new CrossOrigin(List.of(), BuildMode.DEV);
  private final CrossOrigin production =
      new CrossOrigin(List.of("https://studio.example/"), BuildMode.PRODUCTION);

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:4200", "http://127.0.0.1", "https://[::1]:99"})
  void anyPortOfThisMachineMayCallInDevelopmentOnly(String origin) {
    assertThat(development.allows(origin)).isTrue();
    assertThat(production.allows(origin)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost.evil.example", "http://localhost:1@evil.example", "null", ""})
  void whatOnlyLooksLocalMayNot(String origin) {
    assertThat(development.allows(origin)).isFalse();
  }

  @Test
  void anAllowedPageIsEchoedWithCredentials() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    production.addTo(headers, "https://studio.example");

    assertThat(headers.get("Access-Control-Allow-Origin")).isEqualTo("https://studio.example");
    assertThat(headers.get("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(headers.get("Access-Control-Allow-Headers")).contains("If-Match", "Pragma");
    assertThat(headers.get("Access-Control-Expose-Headers"))
        .contains("ETag", "Location", "Retry-After", "WWW-Authenticate", "X-RateLimit-Limit");
    assertThat(headers.get("Vary")).isEqualTo("Origin");
  }

  @Test
  void anyOtherPageGetsNoPermissionAndNoLie() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    production.addTo(headers, "https://evil.example");

    assertThat(headers.names()).containsExactly("Vary");
  }
}
