package tmi.bench.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// How often each status was answered, by hundreds and one by one.
final class Tally {
  private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

  void note(int status) {
    statuses.computeIfAbsent(status, key -> new LongAdder()).increment();
  }

  long count(int status) {
    LongAdder counted = statuses.get(status);
    return counted == null ? 0 : counted.sum();
  }

  @Override
  public String toString() {
    Map<Integer, Long> counts = new TreeMap<>();
    statuses.forEach((status, count) -> counts.put(status, count.sum()));
    return counts.toString();
  }
}
