package tmi.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsidersTest {
  private final Outsiders outsiders = new Outsiders(List.of("10.0.0.0/8", "127.0.0.1"));

  @Test
  void forwardingHeadersOfAStrangerAreNotBelieved() {
    Outsider outsider = from("203.0.113.9", "1.2.3.4");

    assertThat(outsider.address()).isEqualTo("203.0.113.9");
    assertThat(outsider.chain()).isEqualTo("203.0.113.9");
    assertThat(outsider.scheme()).isEqualTo("http");
    assertThat(outsider.host()).isEqualTo("tmi.example");
  }

  @Test
  void theNearestAddressThatIsNoTrustedProxyCounts() {
    assertThat(from("10.1.1.1", "6.6.6.6, 203.0.113.9, 10.2.2.2").address())
        .isEqualTo("203.0.113.9");
    assertThat(from("127.0.0.1", "203.0.113.9").chain()).isEqualTo("203.0.113.9, 127.0.0.1");
    assertThat(from("127.0.0.1", "").address()).isEqualTo("127.0.0.1");
    assertThat(from("127.0.0.1", "rubbish").address()).isEqualTo("127.0.0.1");
  }

  @Test
  void aTrustedProxyTellsSchemeAndHost() {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("X-Forwarded-Proto", "https")
            .add("X-Forwarded-Host", "public.example");

    Outsider outsider = outsiders.of(headers, "10.0.0.1", "http", "inner");
    assertThat(outsider.scheme()).isEqualTo("https");
    assertThat(outsider.host()).isEqualTo("public.example");
  }

  @Test
  void blocksAreCompared() {
    assertThat(AddressBlock.parse("192.168.4.0/22").contains("192.168.7.255")).isTrue();
    assertThat(AddressBlock.parse("192.168.4.0/22").contains("192.168.8.0")).isFalse();
    assertThat(AddressBlock.parse("fd00::/8").contains("fd12::1")).isTrue();
    assertThat(AddressBlock.parse("fd00::/8").contains("10.0.0.1")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "fd00::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/a"})
  void aBlockThatIsNoneIsRefusedAtTheStartNotAtARequest(String block) {
    assertThatThrownBy(() -> AddressBlock.parse(block))
        .hasMessageContainingAll("TMI_TRUSTED_PROXIES", block);
  }

  private Outsider from(String peer, String forwardedFor) {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("X-Forwarded-For", forwardedFor)
            .add("X-Forwarded-Proto", "http");
    return outsiders.of(headers, peer, "http", "tmi.example");
  }
}
