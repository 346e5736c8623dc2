package tmi.testkit;

import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/// Waiting for a condition with times that hold on a busy machine.
public final class Awaits {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofMillis(25);

  private Awaits() {}

  /// Until the assertions hold.
  public static void untilAsserted(ThrowingRunnable assertions) {
    Awaitility.await().atMost(LONGEST).pollInterval(STEP).untilAsserted(assertions);
  }

  /// Until it is true; the sentence says what was waited for.
  public static void until(String sentence, Supplier<Boolean> condition) {
    until(sentence, LONGEST, condition);
  }

  public static void until(String sentence, Duration longest, Supplier<Boolean> condition) {
    Awaitility.await(sentence).atMost(longest).pollInterval(STEP).until(condition::get);
  }
}
