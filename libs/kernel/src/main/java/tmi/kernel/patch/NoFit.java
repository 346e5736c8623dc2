package tmi.kernel.patch;

/// An operation that cannot be done; the message completes "Operation 3 (add /a) …".
final class NoFit extends RuntimeException {
  NoFit(String reason) {
    super(reason, null, false, false);
  }
}
