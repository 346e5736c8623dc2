package tmi.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.auth.session.SignIn;

class RefreshTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(1));
  private static final SignIn SIGN_IN =
      new SignIn(UUID.randomUUID(), UUID.randomUUID(), NOW, LATER);

  @Test
  void unusedTokenIsGood() {
    assertThat(Refresh.of(SIGN_IN, false, false, LATER, NOW)).isEqualTo(new Refresh.Good(SIGN_IN));
  }

  @Test
  void usedTokenWasStolenEvenWhenItIsOldByNow() {
    assertThat(Refresh.of(SIGN_IN, false, true, LATER, NOW)).isEqualTo(new Refresh.Stolen(SIGN_IN));
    assertThat(Refresh.of(SIGN_IN, false, true, NOW, NOW)).isEqualTo(new Refresh.Stolen(SIGN_IN));
  }

  @Test
  void tokenOfAnEndedSignInIsDead() {
    assertThat(Refresh.of(SIGN_IN, true, false, LATER, NOW)).isEqualTo(new Refresh.Dead());
  }

  @Test
  void tokenIsDeadAtItsEndAndAtThatOfItsSignIn() {
    assertThat(Refresh.of(SIGN_IN, false, false, NOW, NOW)).isEqualTo(new Refresh.Dead());
    assertThat(Refresh.of(SIGN_IN, false, false, LATER.plusSeconds(9), LATER))
        .isEqualTo(new Refresh.Dead());
  }
}
