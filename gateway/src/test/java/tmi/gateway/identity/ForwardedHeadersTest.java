package tmi.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class ForwardedHeadersTest {
  private static final Outsider OUTSIDER =
      new Outsider("203.0.113.9", "203.0.113.9", "https", "tmi.example");

  @Test
  void whatBelongsToTheConnectionOrIsForgedStaysBehind() {
    MultiMap from =
        MultiMap.caseInsensitiveMultiMap()
            .add("Connection", "close, X-Private")
            .add("X-Private", "1")
            .add("TE", "trailers")
            .add("Host", "evil.example")
            .add("Forwarded", "for=1.2.3.4")
            .add("X-Forwarded-For", "1.2.3.4")
            .add("X-Forwarded-Anything", "1")
            .add("X-Real-IP", "1.2.3.4")
            .add("X-Request-ID", "forged\nline")
            .add("Authorization", "Bearer t")
            .add("Cookie", "a=1")
            .add("Cookie", "b=2");
    MultiMap to = MultiMap.caseInsensitiveMultiMap();

    ForwardedHeaders.toService(from, to, OUTSIDER, "id-1");

    assertThat(to.names())
        .containsExactlyInAnyOrder(
            "Authorization",
            "Cookie",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Real-IP",
            "X-Request-ID");
    assertThat(to.getAll("Cookie")).containsExactly("a=1", "b=2");
    assertThat(to.getAll("X-Forwarded-For")).containsExactly("203.0.113.9");
    assertThat(to.getAll("X-Real-IP")).containsExactly("203.0.113.9");
    assertThat(to.get("X-Request-ID")).isEqualTo("id-1");
  }

  @Test
  void aServicesHeaderReplacesTheDefaultAndItsCrossOriginRulesStayBehind() {
    MultiMap from =
        MultiMap.caseInsensitiveMultiMap()
            .add("Cache-Control", "max-age=5")
            .add("Set-Cookie", "a=1")
            .add("Set-Cookie", "b=2")
            .add("Vary", "Accept")
            .add("Access-Control-Allow-Origin", "*")
            .add("Connection", "close");
    MultiMap to =
        MultiMap.caseInsensitiveMultiMap().add("Cache-Control", "no-store").add("Vary", "Origin");

    ForwardedHeaders.toOutsider(from, to);

    assertThat(to.getAll("Cache-Control")).containsExactly("max-age=5");
    assertThat(to.getAll("Set-Cookie")).containsExactly("a=1", "b=2");
    assertThat(to.getAll("Vary")).containsExactly("Origin", "Accept");
    assertThat(to.contains("Access-Control-Allow-Origin")).isFalse();
    assertThat(to.contains("Connection")).isFalse();
  }

  @Test
  void aHarmlessRequestIdIsKept() {
    assertThat(RequestId.of("trace-7.a:b_c")).isEqualTo("trace-7.a:b_c");
    for (String bad : new String[] {null, "", "a b", "x\r\ny", "ü", "a".repeat(129)}) {
      assertThat(RequestId.of(bad)).hasSize(36).isNotEqualTo(bad);
    }
  }
}
