package tmi.e2e;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a migration script does to those who run on the schema before it.
enum Script {
  /// Adds only: the release before goes on unaware.
  EXPANDS,
  /// Takes away or renames: only after the release that ceased to need it.
  CONTRACTS,
  /// Both at once: never.
  BOTH;

  private static final Pattern TAKES =
      Pattern.compile(
          "\\bdrop\\s+(table|column|view|function|schema|type|sequence|constraint|not\\s+null)\\b"
              + "|\\brename\\s+(to|column)\\b|\\balter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type\\b"
              + "|\\bset\\s+not\\s+null\\b|\\brevoke\\b");
  private static final Pattern ADDS =
      Pattern.compile("\\bcreate\\b|\\badd\\s+(column|constraint)\\b|\\bgrant\\b");

  static Script of(String sql) {
    String bare = sql.toLowerCase(Locale.ROOT).replaceAll("--[^\n]*", " ");
    boolean takes = TAKES.matcher(bare).find();
    boolean adds = ADDS.matcher(bare).find();
    return takes && adds ? BOTH : takes ? CONTRACTS : EXPANDS;
  }
}
