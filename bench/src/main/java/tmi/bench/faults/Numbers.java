package tmi.bench.faults;

/// The numbers that a socket was told, over all its connections: each once, without a gap (rule
/// O2).
final class Numbers {
  private volatile long last = -1;
  private volatile int gaps;
  private volatile int repeats;

  /// The query that asks for what came after the last one.
  String since() {
    return last < 0 ? "" : "&last_sequence=" + last;
  }

  /// Stands for all up to that number.
  void state(long number) {
    last = number;
  }

  void event(long number) {
    if (number <= last) {
      repeats++;
    } else if (number > last + 1) {
      gaps++;
    }
    last = Math.max(last, number);
  }

  /// An operation sent again is acknowledged again with its old number, and one that changed
  /// nothing with the present one.
  void acknowledged(long number) {
    if (number > last) {
      event(number);
    }
  }

  int gaps() {
    return gaps;
  }

  int repeats() {
    return repeats;
  }
}
