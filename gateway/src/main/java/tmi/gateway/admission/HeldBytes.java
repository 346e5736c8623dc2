package tmi.gateway.admission;

import tmi.gateway.admission.Quota.Outcome;
import tmi.kernel.problem.Problem;

/// What one body holds of the room for bodies. Only used on the event loop of its connection.
final class HeldBytes {
  private static final int RETRY_AFTER_SECONDS = 2;

  private final Quota quota;
  private final String address;
  private long bytes;

  HeldBytes(Quota quota, String address) {
    this.quota = quota;
    this.address = address;
  }

  /// Null when there was room for so many more.
  Problem take(int more) {
    Outcome outcome = quota.take(address, more);
    if (outcome == Outcome.TAKEN) {
      bytes += more;
    }
    return switch (outcome) {
      case TAKEN -> null;
      case ADDRESS_IS_FULL ->
          Problem.tooMany(
              "The bodies that this address is sending at one time are too many bytes; try again"
                  + " shortly",
              RETRY_AFTER_SECONDS);
      case ALL_IS_FULL ->
          new Problem(
                  503,
                  "service_unavailable",
                  "Too many bytes of bodies are under way at the moment; try again shortly")
              .retryAfter(RETRY_AFTER_SECONDS);
    };
  }

  void release() {
    if (bytes > 0) {
      quota.give(address, bytes);
      bytes = 0;
    }
  }
}
