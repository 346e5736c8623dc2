package tmi.service.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  private static final EgressPolicy PRODUCTION = new EgressPolicy(false, false);
  private static final EgressPolicy DEVELOPMENT = new EgressPolicy(true, true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost/",
        "https://LOCALHOST/",
        "https://localhost./",
        "https://ip6-localhost/",
        "https://a.localhost/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://017700000001/",
        "https://0177.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:7f00:1]/",
        "https://①②⑦.⓪.⓪.①/",
        "https://user:pw@example.org/",
        "https://example.org@127.0.0.1/",
        "https://example.org#@127.0.0.1/",
        "https://example.org\\@127.0.0.1/",
        "https://example.org:0/",
        "https://example.org:99999/",
        "https://example.org:22/",
        "https://metadata.google.internal/",
        "https://kubernetes.default.svc/",
        "https://x.svc.cluster.local/",
        "https://redis/",
        "http://example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "javascript:alert(1)",
        "//example.org/",
        " https://example.org/",
        "https://example.org/ ",
        "https://exam\nple.org/",
        "https://example%0d%0a.org/",
        "https://ex_ample.org/",
        "https://example.org./",
        "https://-a.example.org/",
        "https://example.org?x",
        ""
      })
  void trickIsRefused(String url) {
    assertThatThrownBy(() -> Target.of(url, PRODUCTION)).isInstanceOf(EgressRefusal.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          169.254.169.254 | 169.254.0.0/16 (link-local)
          127.0.0.2       | 127.0.0.0/8 (this machine)
          10.1.2.3        | 10.0.0.0/8 (private)
          168.63.129.16   | 168.63.129.16/32 (a cloud's platform)
          """)
  void closedAddressThatIsWrittenOutIsRefusedWithItsRange(String host, String range) {
    assertThatThrownBy(() -> Target.of("https://" + host + "/", PRODUCTION))
        .hasMessage("url: host must not be an address of " + range);
    assertThat(Target.hostOf("https://" + host + "/")).isEqualTo(host);
  }

  @Test
  void tooLongLabelOrHostIsRefused() {
    String label = "a".repeat(64);
    String host = "a23456789.".repeat(25) + "org1";
    assertThatThrownBy(() -> Target.of("https://" + label + ".org/", PRODUCTION))
        .isInstanceOf(EgressRefusal.class);
    assertThatThrownBy(() -> Target.of("https://" + host + "/", PRODUCTION))
        .hasMessageContaining("253");
  }

  @Test
  void partsAreKept() {
    assertThat(Target.of("https://Hooks.Example.org:8443/a?b=c#d", PRODUCTION))
        .isEqualTo(new Target(true, "hooks.example.org", 8443, "/a?b=c"));
    assertThat(Target.of("https://example.org", PRODUCTION))
        .isEqualTo(new Target(true, "example.org", 443, "/"));
  }

  @Test
  void foreignLettersInThePathAreEncoded() {
    assertThat(Target.of("https://example.org/ü\u0001", PRODUCTION).uri()).isEqualTo("/%C3%BC%01");
  }

  @Test
  void switchesOpenPlainHttpAndThisMachine() {
    assertThat(Target.of("http://localhost:9000/x", DEVELOPMENT).port()).isEqualTo(9000);
    assertThat(Target.of("http://127.0.0.1:9000", DEVELOPMENT).tls()).isFalse();
  }
}
