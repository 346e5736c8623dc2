package tmi.launcher.verify;

/// How many tests did what.
public record Tally(int passed, int failed, int skipped) {

  public static final Tally NOTHING = new Tally(0, 0, 0);

  public Tally plus(Tally other) {
    return new Tally(passed + other.passed, failed + other.failed, skipped + other.skipped);
  }

  public boolean isGood() {
    return failed == 0 && passed > 0;
  }

  /// The closing line.
  public String line() {
    return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
  }
}
