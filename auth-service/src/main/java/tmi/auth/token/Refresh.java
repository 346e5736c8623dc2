package tmi.auth.token;

import java.time.Instant;
import tmi.auth.session.SignIn;

/// What a refresh token that came in turned out to be.
sealed interface Refresh {
  /// Good for one more pair.
  record Good(SignIn signIn) implements Refresh {}

  /// Used before: somebody else holds a copy, so the whole sign-in must end.
  record Stolen(SignIn signIn) implements Refresh {}

  /// Unknown, too old, or of a sign-in that has ended.
  record Dead() implements Refresh {}

  /// Judges the stored row.
  static Refresh of(SignIn signIn, boolean ended, boolean used, Instant expiresAt, Instant now) {
    if (ended || !now.isBefore(signIn.expiresAt())) {
      return new Dead();
    }
    if (used) {
      return new Stolen(signIn);
    }
    return now.isBefore(expiresAt) ? new Good(signIn) : new Dead();
  }
}
