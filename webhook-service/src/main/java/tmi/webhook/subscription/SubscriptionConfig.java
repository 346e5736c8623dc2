package tmi.webhook.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How many subscriptions one administrator may make (contract 1.11).
@ConfigMapping(prefix = "tmi.webhook.subscription")
public interface SubscriptionConfig {
  /// Subscriptions in whatever state.
  @WithDefault("10")
  int most();

  /// Creations a minute.
  @WithDefault("10")
  int perMinute();

  /// Creations a day.
  @WithDefault("20")
  int perDay();
}
