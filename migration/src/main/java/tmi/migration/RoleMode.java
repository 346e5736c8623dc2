package tmi.migration;

/// Whether each service has a role of its own.
public enum RoleMode {
  /// Each service signs in with its own role; each schema has its own owner without login.
  SEPARATE,
  /// The migrator may not make roles: all services sign in as `DB_USERNAME`, which owns all.
  SINGLE
}
