package tmi.collab.access;

import java.time.Instant;
import java.util.Optional;

/// Why a socket must go, with the close code that says so.
public enum Verdict {
  SIGNED_OUT(4401, "token revoked"),
  EXPIRED(4401, "token expired"),
  ACCESS_LOST(4403, "access revoked"),
  GONE(1000, "left"),
  SESSION_OVER(1000, "Session terminated");

  private final int code;
  private final String reason;

  Verdict(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  public int code() {
    return code;
  }

  public String reason() {
    return reason;
  }

  /// Empty when the seat may stay. A token that ran out does not end the seat while its sign-in
  /// lives: that may renew it at any time.
  static Optional<Verdict> on(Seat seat, boolean revoked, Standing standing, Instant now) {
    Instant end = standing.signInEnds().orElse(seat.caller().expiresAt());
    if (revoked) {
      return Optional.of(SIGNED_OUT);
    }
    if (!now.isBefore(end)) {
      return Optional.of(EXPIRED);
    }
    if (standing.role().isEmpty()) {
      return Optional.of(ACCESS_LOST);
    }
    if (!standing.sessionLive()) {
      return Optional.of(SESSION_OVER);
    }
    return standing.gone() ? Optional.of(GONE) : Optional.empty();
  }
}
