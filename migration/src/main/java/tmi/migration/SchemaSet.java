package tmi.migration;

import java.util.Locale;

/// The schemas in the order in which their sets run: a set names only its own schema and those
/// before it.
public enum SchemaSet {
  EVENT,
  AUDIT,
  AUTH,
  DIAGRAM,
  MODEL,
  COLLAB,
  WEBHOOK;

  public String schema() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role without login that owns the schema and all in it.
  public String owner() {
    return "tmi_owner_" + schema();
  }
}
