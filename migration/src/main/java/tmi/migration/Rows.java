package tmi.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Small questions to the catalogue.
final class Rows {

  private final Connection connection;

  Rows(Connection connection) {
    this.connection = connection;
  }

  Optional<String> text(String sql, String... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (var result = statement.executeQuery()) {
        return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
      }
    }
  }

  boolean yes(String sql, String... parameters) throws SQLException {
    return text(sql, parameters).map("t"::equals).orElse(false);
  }

  void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
