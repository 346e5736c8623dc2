package tmi.auth.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tmi.auth.session.SignIn;

/// What a refresh token that came in turned out to be.
sealed interface Refresh {
  /// How long a used token is answered with the same successor: the answer may have been lost, or
  /// two tabs may have asked at once.
  Duration REPEATABLE = Duration.ofSeconds(30);

  /// Good for one more pair.
  record Good(SignIn signIn) implements Refresh {}

  /// Used a moment ago: its successor is given once more.
  record Repeated(SignIn signIn) implements Refresh {}

  /// Used before that: somebody else holds a copy, so the whole sign-in must end.
  record Stolen(SignIn signIn) implements Refresh {}

  /// Unknown, too old, or of a sign-in that has ended.
  record Dead() implements Refresh {}

  /// Judges the stored row.
  ///
  /// @param usedAgo how long ago the token was used, by the database's clock; empty when it was not
  static Refresh of(
      SignIn signIn, boolean ended, Optional<Duration> usedAgo, Instant expiresAt, Instant now) {
    if (ended || !now.isBefore(signIn.expiresAt())) {
      return new Dead();
    }
    if (usedAgo.isPresent()) {
      return usedAgo.get().compareTo(REPEATABLE) <= 0 ? new Repeated(signIn) : new Stolen(signIn);
    }
    return now.isBefore(expiresAt) ? new Good(signIn) : new Dead();
  }
}
