package tmi.gateway.admission;

import java.time.Duration;
import tmi.kernel.problem.Problem;

/// How fast a body must come.
///
/// @param whole by when all of it must be there
/// @param leastRate bytes a second in every stretch of `check`
record Pace(Duration whole, long leastRate, Duration check) {
  /// Null while it comes fast enough.
  ///
  /// @param elapsed nanoseconds since its head was there
  /// @param bytes that came since the last look
  Problem judge(long elapsed, long bytes) {
    if (elapsed >= whole.toNanos()) {
      return new Problem(
          408,
          "request_timeout",
          "The body was not there within %d s".formatted(Math.max(1, whole.toSeconds())));
    }
    if (bytes * 1000 < leastRate * check.toMillis()) {
      return new Problem(
          408,
          "request_timeout",
          "The body came more slowly than %d bytes a second".formatted(leastRate));
    }
    return null;
  }
}
