package tmi.bench;

/// One line of the table: what was measured on us and on the baseline, and the gate on the ratio.
///
/// @param higherIsBetter true for rates, false for times
/// @param gate least ratio of rates, greatest ratio of times
record Row(
    String what, String unit, double baseline, double ours, boolean higherIsBetter, double gate) {
  double ratio() {
    return ours / baseline;
  }

  boolean holds() {
    return higherIsBetter ? ratio() >= gate : ratio() <= gate;
  }
}
