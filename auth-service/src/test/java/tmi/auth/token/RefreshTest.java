package tmi.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.auth.session.SignIn;

class RefreshTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(1));
  private static final SignIn SIGN_IN =
      new SignIn(UUID.randomUUID(), UUID.randomUUID(), NOW, LATER);

  private static final Optional<Duration> UNUSED = Optional.empty();

  @Test
  void unusedTokenIsGood() {
    assertThat(Refresh.of(SIGN_IN, false, UNUSED, LATER, NOW)).isEqualTo(new Refresh.Good(SIGN_IN));
  }

  @Test
  void tokenUsedWithinHalfAMinuteIsAnsweredAgain() {
    assertThat(Refresh.of(SIGN_IN, false, used(0), LATER, NOW))
        .isEqualTo(new Refresh.Repeated(SIGN_IN));
    assertThat(Refresh.of(SIGN_IN, false, used(30_000), LATER, NOW))
        .isEqualTo(new Refresh.Repeated(SIGN_IN));
  }

  @Test
  void tokenUsedLongerAgoWasStolenEvenWhenItIsOldByNow() {
    assertThat(Refresh.of(SIGN_IN, false, used(30_001), LATER, NOW))
        .isEqualTo(new Refresh.Stolen(SIGN_IN));
    assertThat(Refresh.of(SIGN_IN, false, used(90_000), NOW, NOW))
        .isEqualTo(new Refresh.Stolen(SIGN_IN));
  }

  @Test
  void tokenOfAnEndedSignInIsDead() {
    assertThat(Refresh.of(SIGN_IN, true, UNUSED, LATER, NOW)).isEqualTo(new Refresh.Dead());
    assertThat(Refresh.of(SIGN_IN, true, used(0), LATER, NOW)).isEqualTo(new Refresh.Dead());
  }

  @Test
  void tokenIsDeadAtItsEndAndAtThatOfItsSignIn() {
    assertThat(Refresh.of(SIGN_IN, false, UNUSED, NOW, NOW)).isEqualTo(new Refresh.Dead());
    assertThat(Refresh.of(SIGN_IN, false, UNUSED, LATER.plusSeconds(9), LATER))
        .isEqualTo(new Refresh.Dead());
  }

  private static Optional<Duration> used(long millisAgo) {
    return Optional.of(Duration.ofMillis(millisAgo));
  }
}
