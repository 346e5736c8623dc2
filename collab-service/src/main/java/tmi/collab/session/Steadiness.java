package tmi.collab.session;

import java.time.Duration;

/// How long this replica's renewals have been going well. After an outage all leases have lapsed,
/// the living ones too: only who has renewed through a whole grace time knows that the others had
/// their chance as well, and may take rows away.
final class Steadiness {
  private final Duration allowedGap;
  private long since;
  private long last;
  private boolean steady;

  Steadiness(Duration allowedGap) {
    this.allowedGap = allowedGap;
  }

  void renewed(long nanos) {
    if (!steady || nanos - last > allowedGap.toNanos()) {
      since = nanos;
    }
    steady = true;
    last = nanos;
  }

  void failed() {
    steady = false;
  }

  boolean heldFor(Duration time, long nanos) {
    return steady && nanos - last <= allowedGap.toNanos() && nanos - since >= time.toNanos();
  }
}
