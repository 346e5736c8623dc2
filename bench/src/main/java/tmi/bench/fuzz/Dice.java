package tmi.bench.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/// Chance that a seed decides.
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /// From 0 to `bound` - 1.
  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  long seed() {
    return random.nextLong();
  }
}
