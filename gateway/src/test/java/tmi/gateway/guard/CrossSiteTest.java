package tmi.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.kernel.problem.Problem;

class CrossSiteTest {
  private static final String COOKIE = "theme=dark; tmi_access_token=t";

  private final GuardConfig config =
      GuardSettings.with(
          "base-url",
          "https://tmi.example:443/",
          "allowed-origins",
          "https://studio.example",
          "tls-terminated-by-proxy",
          "true");
  private final CrossSite rule = new CrossSite(new CrossOrigin(config), config);

  @ParameterizedTest
  @CsvSource({
    "https://evil.example",
    "https://sibling.tmi.example",
    "http://tmi.example",
    "https://tmi.example:8443",
    "null",
    "http://localhost:4200",
  })
  void aForeignPageCannotUseThePersonsCookies(String origin) {
    for (HttpMethod method :
        new HttpMethod[] {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE}) {
      Problem refusal = ask(method, "Cookie", COOKIE, "Origin", origin);
      assertThat(refusal.status()).isEqualTo(403);
      assertThat(refusal.code()).isEqualTo("forbidden");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void norOneWhoseOriginTheBrowserDoesNotName(String site) {
    assertThat(ask(HttpMethod.POST, "Cookie", COOKIE, "Sec-Fetch-Site", site)).isNotNull();
    assertThat(ask(HttpMethod.POST, "Cookie", "tmi_refresh_token=t", "Sec-Fetch-Site", site))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://tmi.example", "https://studio.example"})
  void ownPagesAndAllowedOnesMay(String origin) {
    assertThat(ask(HttpMethod.POST, "Cookie", COOKIE, "Origin", origin)).isNull();
  }

  @Test
  void whoIsNoPageMay() {
    assertThat(ask(HttpMethod.POST, "Cookie", COOKIE)).isNull();
    assertThat(ask(HttpMethod.POST, "Cookie", COOKIE, "Sec-Fetch-Site", "same-origin")).isNull();
    assertThat(ask(HttpMethod.POST, "Cookie", COOKIE, "Sec-Fetch-Site", "none")).isNull();
  }

  @Test
  void withoutCookieWithBearerOrOnlyReadingThereIsNothingToRefuse() {
    String evil = "https://evil.example";
    assertThat(ask(HttpMethod.POST, "Origin", evil)).isNull();
    assertThat(ask(HttpMethod.POST, "Cookie", "theme=dark", "Origin", evil)).isNull();
    assertThat(ask(HttpMethod.GET, "Cookie", COOKIE, "Origin", evil)).isNull();
    assertThat(ask(HttpMethod.POST, "Cookie", COOKIE, "Origin", evil, "Authorization", "Bearer t"))
        .isNull();
  }

  private Problem ask(HttpMethod method, String... headers) {
    MultiMap all = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < headers.length; i += 2) {
      all.add(headers[i], headers[i + 1]);
    }
    return rule.refusal(method, all);
  }
}
