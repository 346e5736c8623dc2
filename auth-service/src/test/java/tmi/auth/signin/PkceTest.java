package tmi.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PkceTest {

  /// The pair of RFC 7636, appendix B.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  @Test
  void verifierOfTheStandardProvesItsChallenge() {
    assertThat(Pkce.proves(VERIFIER, CHALLENGE)).isTrue();
  }

  @Test
  void anotherVerifierDoesNot() {
    assertThat(Pkce.proves(VERIFIER.replace('d', 'e'), CHALLENGE)).isFalse();
  }

  @Test
  void challengeHasFortyThreeToAHundredAndTwentyEightCharacters() {
    assertThat(Pkce.isChallenge("a".repeat(42))).isFalse();
    assertThat(Pkce.isChallenge("a".repeat(43))).isTrue();
    assertThat(Pkce.isChallenge("a".repeat(128))).isTrue();
    assertThat(Pkce.isChallenge("a".repeat(129))).isFalse();
    assertThat(Pkce.isChallenge("a".repeat(42) + "~")).as("not base64url").isFalse();
    assertThat(Pkce.isChallenge(null)).isFalse();
  }
}
