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

  /// Bytes of events' data read in one transaction, of all streams together; one event is read
  /// however large it is.
  @WithDefault("4194304")
  long bytes();

  /// Deliveries made in one transaction; one event is told to all its listeners however many they
  /// are.
  @WithDefault("2000")
  int deliveries();

  /// A burst of live edits ends when none came for so long.
  @WithDefault("5s")
  Duration quiet();

  /// A burst of live edits is told at the latest so long after its first.
  @WithDefault("60s")
  Duration longestBurst();
}
