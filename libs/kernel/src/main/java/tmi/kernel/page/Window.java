package tmi.kernel.page;

import tmi.kernel.problem.Problem;

/// Which part of a list is wanted.
///
/// @param limit how many items at the most
/// @param offset how many to pass over first
public record Window(int limit, int offset) {
  /// Largest offset any list takes.
  public static final int MAX_OFFSET = 1_000_000_000;

  /// The window a client asked for. Absent numbers take the defaults; numbers outside are refused
  /// with 400 `invalid_input`, naming the parameter and its range.
  public static Window of(Integer limit, Integer offset, int defaultLimit, int min, int max) {
    int wanted = limit == null ? defaultLimit : limit;
    if (wanted < min || wanted > max) {
      throw Problem.invalid("limit", "must be between " + min + " and " + max);
    }
    int from = offset == null ? 0 : offset;
    if (from < 0 || from > MAX_OFFSET) {
      throw Problem.invalid("offset", "must be between 0 and " + MAX_OFFSET);
    }
    return new Window(wanted, from);
  }
}
