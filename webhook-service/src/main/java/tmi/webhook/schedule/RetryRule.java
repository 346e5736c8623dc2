package tmi.webhook.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long to wait after a failed attempt. Up to a tenth is added by chance, so that receivers
/// that fell together are not met together.
public record RetryRule(List<Duration> delays) {
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);

  /// The wait after the attempt of that number (from 1) failed, or nothing: it was the last.
  ///
  /// @param asked what the receiver asked for by `Retry-After`; it can only lengthen the wait
  public Optional<Duration> after(int attempt, Optional<Duration> asked, RandomGenerator random) {
    if (attempt > delays.size()) {
      return Optional.empty();
    }
    Duration planned = delays.get(attempt - 1);
    Duration jitter = Duration.ofMillis((long) (planned.toMillis() * 0.1 * random.nextDouble()));
    Duration wish = asked.filter(d -> d.compareTo(LONGEST_ASKED) < 0).orElse(LONGEST_ASKED);
    Duration wait = planned.plus(jitter);
    return Optional.of(asked.isPresent() && wish.compareTo(wait) > 0 ? wish : wait);
  }
}
