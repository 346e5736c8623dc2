package tmi.service.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tmi.service.caller.Secrets;
import tmi.service.limit.LimitConfig;

class TokenRuleTest {
  private static final String STRONG = "0123456789abcdef0123456789abcdef";
  private static final String STRONG_TOO = "fedcba9876543210fedcba9876543210";

  @Test
  void aStrongSecretAndAStrongOneBeforeItThatEndsAreTaken() {
    assertThat(refusals(STRONG, null, null)).isEmpty();
    assertThat(refusals(STRONG, STRONG_TOO, in(Duration.ofHours(24)))).isEmpty();
    assertThat(refusals(STRONG, STRONG_TOO, in(Duration.ofDays(-3)))).isEmpty();
  }

  @Test
  void aWeakSecretBeforeTheLastChangeIsRefusedLikeAWeakOne() {
    for (String weak : new String[] {"secret", "short", "changeme"}) {
      assertThat(refusals(STRONG, weak, in(Duration.ofHours(24))))
          .singleElement()
          .asString()
          .startsWith("JWT_SECRET_PREVIOUS is a placeholder or shorter than 32 bytes");
    }
  }

  @Test
  void aSecretBeforeTheLastChangeHasAnEndAndSoon() {
    assertThat(refusals(STRONG, STRONG_TOO, null))
        .singleElement()
        .asString()
        .contains("JWT_SECRET_PREVIOUS_UNTIL");
    assertThat(refusals(STRONG, STRONG_TOO, in(Duration.ofHours(50))))
        .singleElement()
        .asString()
        .contains("48 hours");
    assertThat(refusals(STRONG, STRONG, in(Duration.ofHours(1)))).singleElement();
  }

  private static java.util.List<String> refusals(String secret, String previous, String until) {
    return new TokenRule(Secrets.of(secret, previous, until), new Limits()).refusals();
  }

  private static String in(Duration time) {
    return Instant.now().plus(time).toString();
  }

  private record Limits() implements LimitConfig {
    @Override
    public boolean disabled() {
      return false;
    }

    @Override
    public int perMinute() {
      return 1;
    }

    @Override
    public int perHour() {
      return 1;
    }
  }
}
