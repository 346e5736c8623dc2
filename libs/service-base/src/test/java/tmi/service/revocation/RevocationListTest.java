package tmi.service.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.CallerKind;

class RevocationListTest {
  private static final UUID USER = new UUID(0, 9);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private final RevocationList list = new RevocationList();

  @Test
  void aRevokedTokenIsOutAndOthersOfThePersonStay() {
    list.add(List.of(row(1, "token", "t1")));

    assertThat(list.ends(caller("t1", "s1", NOON))).isTrue();
    assertThat(list.ends(caller("t2", "s1", NOON))).isFalse();
  }

  @Test
  void anEndedSessionTakesAllItsTokens() {
    list.add(List.of(row(1, "session", "s1")));

    assertThat(list.ends(caller("t2", "s1", NOON.plusSeconds(60)))).isTrue();
  }

  @Test
  void aPersonsEndTakesOnlyEarlierTokens() {
    list.add(List.of(row(1, "person", USER.toString())));

    assertThat(list.ends(caller("t1", "s1", NOON))).isTrue();
    assertThat(list.ends(caller("t2", "s2", NOON.plusSeconds(1)))).isFalse();
  }

  @Test
  void expiredRowsAreForgotten() {
    list.add(List.of(row(1, "token", "t1")));

    list.prune(NOON.plusSeconds(7200));

    assertThat(list.ends(caller("t1", "s1", NOON))).isFalse();
  }

  @Test
  void changedRightsEndNobody() {
    list.add(List.of(row(1, "access", USER.toString())));

    assertThat(list.ends(caller("t1", "s1", NOON))).isFalse();
  }

  private static Revoked row(long number, String kind, String subject) {
    return new Revoked(number, kind, subject, NOON, NOON.plusSeconds(3600));
  }

  private static Caller caller(String token, String session, Instant issued) {
    return new Caller(
        USER,
        "tmi",
        "alice",
        "alice@tmi.local",
        "Alice",
        session,
        token,
        issued,
        issued.plusSeconds(3600),
        issued,
        CallerKind.PERSON);
  }
}
