package tmi.bench.faults;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// What all loads saw since the act began.
final class Watch {
  /// In place of a status: refused, reset, cut off or silent.
  static final int CUT = 0;

  private final Map<Integer, Integer> failures = new TreeMap<>();
  private long begin = System.nanoTime();
  private long lastFailure = begin;
  private int answers;

  synchronized void begin() {
    failures.clear();
    answers = 0;
    begin = System.nanoTime();
    lastFailure = begin;
  }

  /// @param status of an answer, or [#CUT]
  synchronized void note(int status) {
    answers++;
    if (status < 200 || status >= 400) {
      failures.merge(status, 1, Integer::sum);
      lastFailure = System.nanoTime();
    }
  }

  /// From the act to the last thing that failed; zero when nothing did.
  synchronized double secondsUntilWell() {
    return (lastFailure - begin) / 1e9;
  }

  synchronized double secondsSinceFailure() {
    return (System.nanoTime() - lastFailure) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  synchronized int count(int status) {
    return failures.getOrDefault(status, 0);
  }

  /// For people: `503 x 12, cut x 2`.
  synchronized String words() {
    StringBuilder text = new StringBuilder();
    failures.forEach((status, count) ->
        text.append(text.isEmpty() ? "" : ", ")
            .append(status == CUT ? "cut" : "" + status)
            .append(" × ")
            .append(count));
    return text.isEmpty() ? "nothing" : text.toString();
  }

  synchronized int answers() {
    return answers;
  }
}
