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

  /// How long one run may take; what is left goes with the next.
  @WithDefault("20s")
  Duration longest();

  /// Rows taken away in one transaction.
  @WithDefault("1000")
  int portion();

  /// Closed deliveries, from their last activity.
  @WithDefault("7d")
  Duration closedDeliveries();

  /// Deliveries that could not be attempted often enough, from their creation to being given up;
  /// longer than any receiver's retries take.
  @WithDefault("7d")
  Duration waitingDeliveries();

  /// Taken events of the log.
  @WithDefault("30d")
  Duration takenEvents();

  /// Numbers of streams whose object is deleted for good; longer than it may be brought back, as a
  /// stream that comes back later begins at 1.
  @WithDefault("365d")
  Duration endedStreams();

  /// Intake's rows of streams without news, from their last burst.
  @WithDefault("1d")
  Duration quietStreams();

  /// Breakers of hosts that nothing waits for, from their last window's end.
  @WithDefault("1d")
  Duration forgottenHosts();

  /// Creations of subscriptions; the longest allowance counts a day.
  @WithDefault("1d")
  Duration creations();

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
