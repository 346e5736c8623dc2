package tmi.webhook.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much is sent at once by one replica.
@ConfigMapping(prefix = "tmi.webhook.dispatch")
public interface DispatchConfig {
  /// How often due deliveries are looked for, beside the calls of intake.
  @WithDefault("1s")
  Duration poll();

  /// Attempts under way in all.
  @WithDefault("64")
  int atOnce();

  /// Attempts under way to one host, so that a slow one holds up nobody else.
  @WithDefault("8")
  int atOncePerHost();
}
