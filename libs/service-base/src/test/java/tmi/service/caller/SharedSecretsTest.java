package tmi.service.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SharedSecretsTest {
  private static final Instant START = Instant.parse("2026-01-30T12:00:00Z");

  @Test
  void thePreviousSecretEndsWhenItWasSaid() {
    SharedSecrets secrets =
        SharedSecrets.of(Secrets.of("new", "old", "2026-01-31T12:00:00+01:00"), START);

    assertThat(secrets.at(START)).hasSize(2);
    assertThat(secrets.at(Instant.parse("2026-01-31T10:59:59Z"))).hasSize(2);
    assertThat(secrets.at(Instant.parse("2026-01-31T11:00:00Z"))).hasSize(1);
  }

  @Test
  void withoutAWordItEndsTwoDaysAfterTheStart() {
    SharedSecrets secrets = SharedSecrets.of(Secrets.of("new", "old", null), START);

    assertThat(secrets.at(START.plus(Duration.ofHours(47)))).hasSize(2);
    assertThat(secrets.at(START.plus(Duration.ofHours(48)))).hasSize(1);
  }

  @Test
  void anEndThatIsNoTimeIsNamed() {
    assertThatThrownBy(() -> SharedSecrets.of(Secrets.of("new", "old", "tomorrow"), START))
        .hasMessageContaining("JWT_SECRET_PREVIOUS_UNTIL");
  }
}
