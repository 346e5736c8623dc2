package tmi.model.diagram;

import java.util.Map;
import tmi.kernel.problem.Details;
import tmi.kernel.problem.Problem;

/// While people draw a diagram together it is theirs: REST does not write to it (FAQ: edit locks).
final class LiveSession {
  private LiveSession() {}

  static void requireNone(boolean busy, String host) {
    if (busy) {
      throw new Problem(
          409,
          "conflict",
          "The diagram has a live session (host " + host + "); join it, or wait until it ends",
          new Details("LIVE_SESSION", Map.of("host", String.valueOf(host)), null));
    }
  }
}
