package tmi.webhook.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A host's failures in a row, and how often that opened its breaker. While it is open nothing is
/// sent to the host; afterwards one probe decides: success forgets everything, failure opens again.
///
/// @param openings how often opened without a success in between
public record Breaker(int failures, int openings) {
  public static final Breaker HEALTHY = new Breaker(0, 0);

  /// One more failure. Attempts that were under way when it opened are counted and open nothing:
  /// only the failure of a probe opens it again.
  public Breaker failed(int limit, boolean probe) {
    boolean opens = probe || openings == 0 && failures + 1 >= limit;
    return new Breaker(failures + 1, opens ? openings + 1 : openings);
  }

  /// How long it stays open from the failure just counted; nothing while it is closed.
  public Optional<Duration> window(List<Duration> windows) {
    return openings == 0
        ? Optional.empty()
        : Optional.of(windows.get(Math.min(openings, windows.size()) - 1));
  }
}
