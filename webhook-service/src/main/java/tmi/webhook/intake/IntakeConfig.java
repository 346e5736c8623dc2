package tmi.webhook.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How events are taken in.
@ConfigMapping(prefix = "tmi.webhook.intake")
public interface IntakeConfig {
  /// How often the log is looked at, beside the wake-up calls.
  @WithDefault("1s")
  Duration poll();

  /// Streams claimed in one transaction.
  @WithDefault("32")
  int streams();

  /// Events read of one stream in one transaction.
  @WithDefault("200")
  int events();

  /// A burst of live edits ends when none came for so long.
  @WithDefault("5s")
  Duration quiet();

  /// A burst of live edits is told at the latest so long after its first.
  @WithDefault("60s")
  Duration longestBurst();
}
