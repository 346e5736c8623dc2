package tmi.service.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerificationProbeTest {

  private record Settings(String issuer, Optional<String> secret, Optional<String> signingMethod)
      implements TokenConfig {
    @Override
    public Optional<String> previousSecret() {
      return Optional.empty();
    }

    @Override
    public Optional<String> previousSecretUntil() {
      return Optional.empty();
    }
  }

  private static final Settings KEY_PAIR =
      new Settings("https://tmi.example.com", Optional.empty(), Optional.empty());

  @Test
  void aTokenOfItsOwnIsVerifiedByPairAndBySecret() {
    assertThat(probe(KEY_PAIR, KEY_PAIR).holds()).isTrue();
    for (String secret : new String[] {"secret", "k".repeat(48)}) {
      var settings = new Settings("http://localhost:8080", Optional.of(secret), Optional.empty());
      assertThat(probe(settings, settings).holds()).as(secret).isTrue();
    }
  }

  /// As in a release whose verifier is broken: it refuses what it should take.
  @Test
  void aVerifierThatRefusesAGoodTokenKeepsTheServiceFromBeingReady() {
    var other = new Settings("https://other.example.com", Optional.empty(), Optional.empty());

    assertThat(probe(KEY_PAIR, other).holds()).isFalse();
  }

  @Test
  void nothingOfTheProbeIsGoodAsATokenAfterwards() {
    var keys = new VerificationKeys(KEY_PAIR);
    var verifier = new TokenVerifier(keys, KEY_PAIR);

    assertThat(new VerificationProbe(verifier, keys, KEY_PAIR).holds()).isTrue();

    assertThat(verifier.remembered()).isZero();
  }

  private static VerificationProbe probe(Settings signing, Settings verifying) {
    var keys = new VerificationKeys(verifying);
    return new VerificationProbe(new TokenVerifier(keys, verifying), keys, signing);
  }
}
