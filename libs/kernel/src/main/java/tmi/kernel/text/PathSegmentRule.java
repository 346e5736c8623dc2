package tmi.kernel.text;

import java.util.Optional;

/// What a text may be that becomes one segment of an address.
///
/// `.` and `..` are steps in an address, and every HTTP client takes them, also when they are
/// percent-encoded: to delete what is called `..` would be to delete what it belongs to.
public final class PathSegmentRule {
  private PathSegmentRule() {}

  /// What is wrong with it, as a phrase that follows the field's name; empty when it is fine.
  public static Optional<String> fault(String text) {
    return text.equals(".") || text.equals("..")
        ? Optional.of("must not be . or .., which an address takes for a step upwards")
        : Optional.empty();
  }
}
