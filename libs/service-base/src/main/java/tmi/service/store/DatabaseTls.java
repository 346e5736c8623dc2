package tmi.service.store;

/// How the line to PostgreSQL is secured (`DB_SSL_MODE`).
public enum DatabaseTls {
  /// In the clear.
  DISABLE,
  /// Encrypted, to whoever answers.
  REQUIRE,
  /// Encrypted, to the host that was named, by a certificate that is trusted.
  VERIFY_FULL
}
