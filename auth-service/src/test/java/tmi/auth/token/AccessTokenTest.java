package tmi.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.auth.group.Standing;
import tmi.auth.session.SignIn;
import tmi.auth.user.User;

class AccessTokenTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_764_000_000);
  private static final UUID ID = UUID.randomUUID();

  @Test
  void claimsAreThoseOfTheContractAndOurTwo() {
    User alice = new User(ID, "tmi", "alice", "alice@tmi.local", false, "Alice", false, true);
    SignIn signIn = new SignIn(UUID.randomUUID(), ID, NOW.minusSeconds(60), NOW.plusSeconds(60));
    UUID jti = UUID.randomUUID();

    var claims =
        new AccessToken(jti, alice, new Standing(List.of("administrators"), true, false), signIn)
            .claims("http://localhost:8080", NOW, Duration.ofHours(1));

    assertThat(claims)
        .containsExactly(
            entry("iss", "http://localhost:8080"),
            entry("aud", List.of("http://localhost:8080")),
            entry("sub", "alice"),
            entry("email", "alice@tmi.local"),
            entry("name", "Alice"),
            entry("idp", "tmi"),
            entry("groups", List.of("administrators")),
            entry("tmi_is_administrator", true),
            entry("tmi_is_security_reviewer", false),
            entry("tmi_user", ID.toString()),
            entry("sid", signIn.id().toString()),
            entry("auth_time", 1_763_999_940L),
            entry("iat", 1_764_000_000L),
            entry("nbf", 1_764_000_000L),
            entry("exp", 1_764_003_600L),
            entry("jti", jti.toString()));
  }

  @Test
  void mailIsCalledVerifiedOnlyWhenItIs() {
    User bob = new User(ID, "acme", "b-1", "bob@example.com", true, "Bob", false, true);
    SignIn signIn = new SignIn(UUID.randomUUID(), ID, NOW, NOW.plusSeconds(60));

    assertThat(
            new AccessToken(ID, bob, new Standing(List.of(), false, false), signIn)
                .claims("x", NOW, Duration.ofHours(1)))
        .containsEntry("email_verified", true);
  }
}
