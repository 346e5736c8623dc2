package tmi.collab.access;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// May anything be taken or handed out? Shut as soon as somebody finds that what is known is too
/// old, and open again only by a good look: were it to open by itself when the list of revocations
/// is young again, whoever was turned away meanwhile would not be called, and those who lost their
/// access meanwhile would still be served.
final class Gate {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final BooleanSupplier revocationsAreFresh;
  private final LongSupplier clock;
  private volatile boolean open;
  private volatile long lastGood;

  /// @param clock `System::nanoTime`, or a test's own
  Gate(BooleanSupplier revocationsAreFresh, LongSupplier clock) {
    this.revocationsAreFresh = revocationsAreFresh;
    this.clock = clock;
  }

  boolean isOpen() {
    if (!open) {
      return false;
    }
    if (revocationsAreFresh.getAsBoolean() && clock.getAsLong() - lastGood <= FRESH.toNanos()) {
      return true;
    }
    open = false;
    return false;
  }

  /// A look at all rights was good; it began then, with a young list of revocations.
  ///
  /// @return whether this opened the gate, so that those who wait must be called
  boolean opensBy(long began) {
    lastGood = began;
    boolean opened = !open;
    open = true;
    return opened;
  }
}
