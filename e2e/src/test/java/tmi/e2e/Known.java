package tmi.e2e;

import java.util.List;
import java.util.function.Predicate;
import tmi.bench.fuzz.Findings.Finding;

/// What the fuzz finds and is not cured yet. An entry that finds nothing any more must go.
///
/// @param defect name in the log of defects
/// @param finding how the finding begins
record Known(String defect, String finding) {
  static final List<Known> ALL = List.of();

  /// Names of findings that no entry explains.
  static List<String> unknown(List<Finding> findings) {
    return findings.stream()
        .map(Finding::what)
        .filter(what -> ALL.stream().noneMatch(known -> what.startsWith(known.finding)))
        .toList();
  }

  /// Entries that explain nothing any more.
  static List<Known> cured(List<Finding> findings) {
    Predicate<Known> occurs =
        known -> findings.stream().anyMatch(one -> one.what().startsWith(known.finding));
    return ALL.stream().filter(occurs.negate()).toList();
  }
}
