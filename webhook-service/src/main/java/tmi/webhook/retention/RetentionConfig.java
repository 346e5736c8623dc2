package tmi.webhook.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long things are kept.
@ConfigMapping(prefix = "tmi.webhook.retention")
public interface RetentionConfig {
  /// How often it is looked.
  @WithDefault("60s")
  Duration poll();

  /// Closed deliveries, from their last activity.
  @WithDefault("7d")
  Duration closedDeliveries();

  /// Taken events of the log.
  @WithDefault("30d")
  Duration takenEvents();

  /// Silence after which a receiver that answered "async" has failed.
  @WithDefault("15m")
  Duration silence();

  /// Subscriptions that never proved their address, from giving up to their end.
  @WithDefault("10m")
  Duration unproved();

  /// Subscriptions that were once in use, from giving up to their end.
  @WithDefault("1d")
  Duration givenUp();

  /// A subscription without a success for so long is given up.
  @WithDefault("90d")
  Duration idle();

  /// A subscription with many failures and no success for so long is given up.
  @WithDefault("7d")
  Duration broken();
}
