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
}
