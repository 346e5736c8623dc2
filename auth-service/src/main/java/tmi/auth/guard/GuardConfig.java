package tmi.auth.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How often credentials may be tried on one replica. `TMI_DISABLE_RATE_LIMITING` lifts both
/// limits.
@ConfigMapping(prefix = "tmi.auth.guard")
public interface GuardConfig {
  /// Attempts a minute with one code, refresh token, access token or client id, right or wrong
  /// (`TMI_AUTH_GUARD_PER_CREDENTIAL`).
  @WithDefault("100")
  int perCredential();

  /// Wrong attempts a minute from one address; those who are right do not count
  /// (`TMI_AUTH_GUARD_WRONG_PER_ADDRESS`).
  @WithDefault("100")
  int wrongPerAddress();
}
