package tmi.kernel.text;

import java.util.Locale;

/// The one spelling of enum words (rest-behaviour section 4.4).
public final class Spelling {
  private Spelling() {}

  /// `In Progress`, `inProgress` and `IN_PROGRESS` become `in_progress`; hyphens stay. Null stays
  /// null.
  public static String snake(String word) {
    return word == null
        ? null
        : word.strip()
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
            .replaceAll("\\s+", "_")
            .replaceAll("_{2,}", "_")
            .toLowerCase(Locale.ROOT);
  }
}
