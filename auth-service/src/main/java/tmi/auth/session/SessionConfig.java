package tmi.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How long things last after a sign-in, and the cookies that carry them.
@ConfigMapping(prefix = "tmi.auth.session")
public interface SessionConfig {
  /// Life of an access token (`TMI_JWT_EXPIRATION_SECONDS`, in seconds).
  @WithDefault("PT1H")
  Duration accessLife();

  /// Life of a refresh token (`TMI_REFRESH_TOKEN_DAYS`).
  @WithDefault("7")
  int refreshDays();

  /// After so many days a person signs in again, however often tokens were refreshed
  /// (`TMI_SESSION_LIFETIME_DAYS`).
  @WithDefault("7")
  int lifetimeDays();

  /// Whether tokens are also sent as cookies (`TMI_COOKIE_ENABLED`).
  @WithDefault("true")
  boolean cookies();

  /// Domain of the cookies (`TMI_COOKIE_DOMAIN`). Absent: the host that sent them, alone.
  Optional<String> cookieDomain();

  /// Whether cookies travel over TLS alone (`TMI_COOKIE_SECURE`). Absent: yes when the public
  /// address is https.
  Optional<Boolean> cookieSecure();

  /// Life of a refresh token.
  default Duration refreshLife() {
    return Duration.ofDays(refreshDays());
  }

  /// Life of a sign-in.
  default Duration lifetime() {
    return Duration.ofDays(lifetimeDays());
  }
}
