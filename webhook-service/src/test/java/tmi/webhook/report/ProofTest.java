package tmi.webhook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tmi.webhook.signing.Signature;
import tmi.webhook.signing.SigningKey;

class ProofTest {
  private static final SigningKey KEY = SigningKey.of("0123456789abcdef0123456789abcdef");
  private static final byte[] BODY = "{\"status\":\"completed\"}".getBytes();
  private static final Instant NOW = Instant.ofEpochSecond(1772442904L);
  private static final String OLD = Signature.contract(KEY.contract(), BODY);

  @Test
  void eitherSchemeProves() {
    assertThat(new Proof(OLD, null, null, null).holds(KEY, BODY, NOW)).isTrue();
    assertThat(standard(NOW.getEpochSecond()).holds(KEY, BODY, NOW)).isTrue();
  }

  @Test
  void wrongBytesKeyOrFormProveNothing() {
    assertThat(new Proof(OLD, null, null, null).holds(KEY, "{}".getBytes(), NOW)).isFalse();
    assertThat(new Proof(OLD.toUpperCase(), null, null, null).holds(KEY, BODY, NOW)).isFalse();
    assertThat(new Proof(OLD.substring(7), null, null, null).holds(KEY, BODY, NOW)).isFalse();
    assertThat(new Proof(null, null, null, null).holds(KEY, BODY, NOW)).isFalse();
    assertThat(
            new Proof(OLD, null, null, null)
                .holds(SigningKey.of("another-secret-of-some-length"), BODY, NOW))
        .isFalse();
  }

  @Test
  void timeOffByMoreThanFiveMinutesProvesNothing() {
    assertThat(standard(NOW.getEpochSecond() - 300).holds(KEY, BODY, NOW)).isTrue();
    assertThat(standard(NOW.getEpochSecond() - 301).holds(KEY, BODY, NOW)).isFalse();
    assertThat(standard(NOW.getEpochSecond() + 301).holds(KEY, BODY, NOW)).isFalse();
    assertThat(new Proof(OLD, "id", "0", "v1,x").holds(KEY, BODY, NOW)).isFalse();
    assertThat(new Proof(OLD, "id", "soon", "v1,x").holds(KEY, BODY, NOW)).isFalse();
  }

  private static Proof standard(long seconds) {
    String signature = Signature.standard(KEY.standard().orElseThrow(), "id", seconds, BODY);
    return new Proof(null, "id", Long.toString(seconds), "v1,AAAA " + signature);
  }
}
