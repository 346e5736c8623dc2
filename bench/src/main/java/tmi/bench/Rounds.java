package tmi.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/// Measures two things in turn, A B A B …, so that a drift of the machine hits both; the medians
/// count.
final class Rounds {
  /// Counted rounds.
  static final int COUNT = 5;

  private Rounds() {}

  /// The median of each, baseline first; one uncounted round warms both.
  static double[] medians(Supplier<Double> baseline, Supplier<Double> ours) {
    baseline.get();
    ours.get();
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      first.add(baseline.get());
      second.add(ours.get());
    }
    return new double[] {median(first), median(second)};
  }

  static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }
}
