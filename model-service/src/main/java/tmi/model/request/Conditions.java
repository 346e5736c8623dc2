package tmi.model.request;

import io.vertx.mutiny.sqlclient.Tuple;

/// The `where` of a list, grown by what was asked for. Values only ever become parameters.
public final class Conditions {
  private final StringBuilder sql = new StringBuilder();
  private final Tuple parameters;

  /// Conditions that add to the parameters a statement has already.
  public Conditions(Tuple parameters) {
    this.parameters = parameters;
  }

  /// Adds a condition, unless the value is null. `?` in it stands for the value.
  public Conditions and(String condition, Object value) {
    if (value != null) {
      sql.append("\n   and ").append(condition.replace("?", bind(value)));
    }
    return this;
  }

  /// Adds a condition without a value.
  public Conditions and(boolean wanted, String condition) {
    if (wanted) {
      sql.append("\n   and ").append(condition);
    }
    return this;
  }

  /// Adds: the column contains the text, in any letter case.
  public Conditions contains(String column, String text) {
    return and(column + " ilike ?::text", text == null ? null : pattern(text));
  }

  /// The pattern that finds a text anywhere.
  public static String pattern(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /// Adds a parameter and gives its name.
  public String bind(Object value) {
    parameters.addValue(value);
    return "$" + parameters.size();
  }

  /// The conditions, each with its leading `and`; empty for none.
  public String sql() {
    return sql.toString();
  }
}
