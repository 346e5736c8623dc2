package tmi.collab.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.CallerKind;
import tmi.kernel.identity.Role;

class VerdictTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void whoMayReadStays() {
    assertThat(on(LATER, false, standing(Role.READER, true, null))).isEmpty();
  }

  @Test
  void aRevokedTokenEndsTheSeat() {
    assertThat(on(LATER, true, standing(Role.OWNER, true, null))).contains(Verdict.SIGNED_OUT);
  }

  @Test
  void aTokenThatRanOutEndsTheSeatUnlessItsSignInLives() {
    assertThat(on(NOW, false, standing(Role.OWNER, true, null))).contains(Verdict.EXPIRED);
    assertThat(on(NOW, false, standing(Role.OWNER, true, LATER))).isEmpty();
    assertThat(on(LATER, false, standing(Role.OWNER, true, NOW))).contains(Verdict.EXPIRED);
  }

  @Test
  void lostAccessAndAnEndedSessionEndTheSeat() {
    assertThat(on(LATER, false, standing(null, true, null))).contains(Verdict.ACCESS_LOST);
    assertThat(on(LATER, false, standing(Role.READER, false, null))).contains(Verdict.SESSION_OVER);
  }

  @Test
  void whoLeftOverRestGoes() {
    var left = new Standing(Optional.of(Role.WRITER), true, true, Optional.empty());
    assertThat(on(LATER, false, left)).contains(Verdict.GONE);
  }

  private static Optional<Verdict> on(Instant tokenEnds, boolean revoked, Standing standing) {
    UUID id = UUID.randomUUID();
    Caller caller =
        new Caller(id, "tmi", "ana", "", "", "s", "t", NOW, tokenEnds, NOW, CallerKind.PERSON);
    return Verdict.on(new Seat(id, caller, id, id, id, Role.READER), revoked, standing, NOW);
  }

  private static Standing standing(Role role, boolean live, Instant signInEnds) {
    return new Standing(Optional.ofNullable(role), live, false, Optional.ofNullable(signInEnds));
  }
}
