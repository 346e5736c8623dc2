package tmi.migration;

import java.util.Locale;

/// The roles that the services sign in with.
public enum RuntimeRole {
  AUTH,
  MODEL,
  COLLAB,
  WEBHOOK;

  public String placeholder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The variable that carries this role's password.
  public String passwordVariable() {
    return "TMI_" + name() + "_DB_PASSWORD";
  }
}
