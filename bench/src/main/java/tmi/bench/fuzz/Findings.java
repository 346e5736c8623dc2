package tmi.bench.fuzz;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was found, each kind once with how often and the first case.
public final class Findings {
  private final Map<String, Finding> kinds = new TreeMap<>();

  /// @param what the fault and where
  /// @param example a line for a shell, or the steps, that show it
  /// @param answer what came back the first time
  public record Finding(String what, int count, String example, String answer) {}

  synchronized void add(String what, String example, String answer) {
    kinds.merge(
        what,
        new Finding(what, 1, example, answer),
        (old, more) -> new Finding(what, old.count() + 1, old.example(), old.answer()));
  }

  /// The most frequent first.
  public synchronized List<Finding> all() {
    return kinds.values().stream()
        .sorted(Comparator.comparingInt(Finding::count).reversed())
        .toList();
  }

  public String table() {
    StringBuilder text = new StringBuilder();
    for (Finding one : all()) {
      text.append("%6d x %s%n".formatted(one.count(), one.what()))
          .append("         %s%n         answer: %s%n".formatted(one.example(), one.answer()));
    }
    return text.toString();
  }
}
