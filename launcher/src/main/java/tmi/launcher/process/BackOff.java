package tmi.launcher.process;

import java.time.Duration;

/// How long to wait before a part is started again: doubled with each death, forgotten once the
/// part has lived for a while.
final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration HEALTHY = Duration.ofMinutes(1);

  private Duration next = FIRST;

  Duration afterDeath(Duration lived) {
    if (lived.compareTo(HEALTHY) >= 0) {
      next = FIRST;
    }
    var wait = next;
    next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    return wait;
  }
}
