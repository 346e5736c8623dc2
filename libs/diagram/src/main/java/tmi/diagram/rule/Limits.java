package tmi.diagram.rule;

/// The numbers that the suite states for a diagram's content.
public final class Limits {
  /// Cells in one diagram.
  public static final int CELLS = 10_000;

  /// Cells in one live operation.
  public static final int CELLS_AN_OPERATION = 500;

  /// Smallest node.
  public static final int MIN_WIDTH = 40;

  /// Smallest node.
  public static final int MIN_HEIGHT = 30;

  /// Levels of nesting in one cell.
  public static final int DEPTH = 64;

  /// Bytes of one cell: its JSON, without blanks, in UTF-8.
  public static final int CELL_BYTES = 64 * 1024;

  /// Bytes of all cells of one diagram together.
  public static final int DIAGRAM_BYTES = 16 * 1024 * 1024;

  private Limits() {}
}
