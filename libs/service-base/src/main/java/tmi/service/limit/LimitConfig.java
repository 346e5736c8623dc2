package tmi.service.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Limits of a caller who has no quota of his own.
@ConfigMapping(prefix = "tmi.service.limit")
public interface LimitConfig {
  /// Lifts all limits (`TMI_DISABLE_RATE_LIMITING`); refused in production.
  @WithDefault("false")
  boolean disabled();

  /// Requests a minute.
  @WithDefault("1000")
  int perMinute();

  /// Requests an hour.
  @WithDefault("60000")
  int perHour();
}
