package tmi.launcher.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Waits for a condition, never for a time.
public final class Waiting {

  private static final int STEP_MILLIS = 20;

  private Waiting() {}

  /// Whether the condition came true in time.
  public static boolean until(Duration longest, BooleanSupplier condition) {
    var end = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0 || !pause()) {
        return false;
      }
    }
    return true;
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
