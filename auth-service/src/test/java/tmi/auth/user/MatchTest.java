package tmi.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchTest {
  private static final User BOB = user("acme", "b-17", "bob@example.com");
  private static final User EXPECTED_BOB = user("acme", null, "bob@example.com");
  private static final User NOBODYS_BOB = user("", null, "bob@example.com");

  @Test
  void providersIdBeatsEverything() {
    assertThat(Match.of(bob("acme", "b-17", true), List.of(EXPECTED_BOB, BOB)))
        .isEqualTo(new Match.Known(BOB));
  }

  @Test
  void personNamedBeforeTheFirstSignInIsFoundByMail() {
    assertThat(Match.of(bob("acme", "b-17", false), List.of(EXPECTED_BOB)))
        .isEqualTo(new Match.Expected(EXPECTED_BOB));
  }

  @Test
  void mailOfAnotherProvidersAccountIsAConflict() {
    assertThat(Match.of(bob("globex", "77", true), List.of(BOB))).isEqualTo(new Match.Conflict());
    assertThat(Match.of(bob("globex", "77", true), List.of(EXPECTED_BOB)))
        .isEqualTo(new Match.Conflict());
  }

  @Test
  void mailOfAnotherIdOfTheSameProviderIsAConflict() {
    assertThat(Match.of(bob("acme", "b-18", true), List.of(BOB))).isEqualTo(new Match.Conflict());
  }

  @Test
  void mailWithoutProviderIsClaimedOnlyWhenVerified() {
    assertThat(Match.of(bob("acme", "b-17", true), List.of(NOBODYS_BOB)))
        .isEqualTo(new Match.Claimed(NOBODYS_BOB));
    assertThat(Match.of(bob("acme", "b-17", false), List.of(NOBODYS_BOB)))
        .isEqualTo(new Match.Unverified());
  }

  @Test
  void strangerIsUnknown() {
    assertThat(Match.of(bob("acme", "b-17", false), List.of())).isEqualTo(new Match.Unknown());
  }

  private static ProvedIdentity bob(String provider, String subject, boolean verified) {
    return new ProvedIdentity(provider, subject, "bob@example.com", verified, "Bob", List.of());
  }

  private static User user(String provider, String id, String email) {
    return new User(UUID.randomUUID(), provider, id, email, false, "Bob", false, true);
  }
}
