package tmi.launcher.service;

/// Where PostgreSQL and Redis are, and who migrates.
public record StoreAddress(
    String databaseHost,
    int databasePort,
    String database,
    String user,
    String password,
    String redisHost,
    int redisPort,
    String redisPassword) {

  /// Leaves the passwords out, so that no log can hold them.
  @Override
  public String toString() {
    return "%s:%d/%s, %s:%d".formatted(databaseHost, databasePort, database, redisHost, redisPort);
  }
}
