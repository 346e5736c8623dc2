package tmi.diagram.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What is wrong with one cell, in the order found. Small faults are collected, so that a strict
/// caller can refuse and a lenient one store the repaired value; what cannot be repaired is refused
/// at once.
final class Faults {
  private final UUID cell;
  private final List<String> found = new ArrayList<>();

  Faults(UUID cell) {
    this.cell = cell;
  }

  /// Something that the rule can repair.
  void add(String path, String message) {
    found.add(path + " " + message);
  }

  /// Something that nobody can repair.
  Refused refuse(String path, String message) {
    return new Refused(Refusal.invalid("invalid_cell", path + " " + message, cell));
  }

  /// Refuses when anything was found.
  void mustBeEmpty() {
    if (!found.isEmpty()) {
      throw new Refused(Refusal.invalid("invalid_cell", found.getFirst(), cell));
    }
  }
}
