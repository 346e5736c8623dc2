package tmi.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tmi.gateway.identity.Outsider;

class RateLimitTest {
  private static final Outsider LOCAL = new Outsider("127.0.0.1", "127.0.0.1", "http", "a");

  @Test
  void programsOfThisMachineAreExemptInDevelopmentAlone() {
    assertThat(with("dev").appliesTo("/oauth2/token", LOCAL)).isFalse();
    assertThat(with("test").appliesTo("/oauth2/token", LOCAL)).isFalse();
    assertThat(with("production").appliesTo("/oauth2/token", LOCAL)).isTrue();
  }

  @Test
  void everyCredentialPathIsCounted() {
    for (String path :
        new String[] {
          "/oauth2/authorize",
          "/oauth2/callback",
          "/oauth2/token",
          "/oauth2/refresh",
          "/oauth2/introspect",
          "/oauth2/revoke",
        }) {
      assertThat(RateRule.of(path)).as(path).isEqualTo(RateRule.SIGN_IN);
    }
    assertThat(RateRule.of("/threat_models")).isNull();
  }

  @Test
  void theReplicasOwnWindowCountsEachAddressAndBeginsAnew() {
    LocalWindow window = new LocalWindow(Duration.ofMinutes(1));
    for (int i = 0; i < 3; i++) {
      assertThat(window.count("a", 3, 60_000 + i).isExceeded()).isFalse();
    }
    Rate fourth = window.count("a", 3, 90_000);

    assertThat(fourth.isExceeded()).isTrue();
    assertThat(fourth.waitSeconds()).isEqualTo(30);
    assertThat(fourth.resetSeconds()).isEqualTo(120);
    assertThat(window.count("b", 3, 90_000).isExceeded()).isFalse();
    assertThat(window.count("a", 3, 120_000).isExceeded()).isFalse();
  }

  @Test
  void addressesWithoutEndShareOneCount() {
    LocalWindow window = new LocalWindow(Duration.ofMinutes(1));
    for (int i = 0; i < 50_000; i++) {
      window.count("a" + i, 1, 0);
    }
    assertThat(window.count("x", 1, 0).isExceeded()).isFalse();
    assertThat(window.count("y", 1, 0).isExceeded()).isTrue();
  }

  private static RateLimit with(String mode) {
    return new RateLimit(null, GuardSettings.with("build-mode", mode));
  }
}
