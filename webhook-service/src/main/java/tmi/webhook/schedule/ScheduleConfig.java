package tmi.webhook.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// The timetable of deliveries and challenges.
@ConfigMapping(prefix = "tmi.webhook.schedule")
public interface ScheduleConfig {
  /// Waits before the second, third, … attempt; there are as many retries as waits.
  @WithDefault("1m,5m,15m,30m")
  List<Duration> delays();

  /// Wait between two tries of a challenge.
  @WithDefault("30s")
  Duration challengeDelay();

  /// Tries of a challenge before the subscription is given up.
  @WithDefault("3")
  int challengeTries();

  /// How long a replica may hold a claim before others take the work up again; longer than the
  /// longest exchange.
  @WithDefault("60s")
  Duration lease();

  /// Failures in a row that open a host's breaker.
  @WithDefault("5")
  int breakerFailures();

  /// How long a breaker stays open, the first time, the second in a row, …; the last one repeats.
  @WithDefault("1m,5m,15m,30m")
  List<Duration> breakerWindows();
}
