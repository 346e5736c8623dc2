package tmi.model.threat;

import java.util.Locale;
import java.util.Map;

/// The order of a list of threats, as SQL. Severity, priority and status go by meaning; words
/// nobody knows are lowest.
record ThreatOrder(String sql) {
  private static final String NEWEST_FIRST = "t.created_at desc, t.id";
  private static final Map<String, String> COLUMNS =
      Map.of(
          "name", "lower(t.name)",
          "created_at", "t.created_at",
          "modified_at", "t.modified_at",
          "score", "coalesce(t.score, -1)",
          "severity", rank("severity", "unknown informational low medium high critical"),
          "priority", rank("priority", "deferred low medium high immediate"),
          "status",
              rank(
                  "status",
                  "open=identified confirmed=investigating deferred mitigation_planned"
                      + " mitigation_in_progress=in_progress verification_pending mitigated"
                      + " resolved accepted closed false_positive"));

  /// Reads `column:direction`. What is not known is the default order, an unknown direction is
  /// descending: no error (rest-behaviour section 6.2).
  static ThreatOrder of(String asked) {
    String[] parts = (asked == null ? "" : asked.strip()).split(":", -1);
    String column = parts.length == 2 ? COLUMNS.get(parts[0]) : null;
    if (column == null) {
      return new ThreatOrder(NEWEST_FIRST);
    }
    boolean ascending = parts[1].toLowerCase(Locale.ROOT).equals("asc");
    return new ThreatOrder(column + (ascending ? " asc" : " desc") + ", t.id");
  }

  /// The words from low to high; words joined by `=` are of one rank.
  private static String rank(String column, String words) {
    StringBuilder ranks = new StringBuilder();
    String[] levels = words.split(" ");
    for (int i = 0; i < levels.length; i++) {
      for (String word : levels[i].split("=")) {
        ranks.append(ranks.isEmpty() ? "" : ",").append('"').append(word).append("\":").append(i);
      }
    }
    return "coalesce(('{%s}'::jsonb ->> lower(t.%s))::int, -1)".formatted(ranks, column);
  }
}
