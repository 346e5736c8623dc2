package tmi.gateway.guard;

import io.vertx.core.MultiMap;
import tmi.kernel.problem.Problem;

/// Where a caller stands in his limit.
///
/// @param limit requests a window
/// @param left requests that remain; negative when this one is over the limit
/// @param resetSeconds epoch second at which the oldest counted request leaves the window
/// @param waitSeconds until another request fits; 0 when one fits now
public record Rate(int limit, int left, long resetSeconds, int waitSeconds) {
  public boolean isExceeded() {
    return left < 0;
  }

  public void addTo(MultiMap headers) {
    headers
        .set("X-RateLimit-Limit", String.valueOf(limit))
        .set("X-RateLimit-Remaining", String.valueOf(Math.max(0, left)))
        .set("X-RateLimit-Reset", String.valueOf(resetSeconds));
    if (isExceeded()) {
      headers.set("X-RateLimit-Scope", "ip");
    }
  }

  public Problem refusal() {
    return Problem.tooMany(
        "More than %d requests a minute; try again in %d s".formatted(limit, waitSeconds),
        waitSeconds);
  }
}
