package tmi.migration;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;

/// What went wrong, said so that an operator knows what to do.
final class Sentences {

  private Sentences() {}

  static Refusal about(SQLException failure, Settings settings) {
    return new Refusal(sentence(failure, settings), failure);
  }

  private static String sentence(SQLException failure, Settings settings) {
    var state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return switch (state) {
      case "08001", "08004", "08006", "57P03" ->
          "PostgreSQL does not answer at %s: start it, or set DB_HOST and DB_PORT to where it is."
              .formatted(settings.address());
      case "28P01", "28000" ->
          "PostgreSQL at %s does not let %s in: check DB_USERNAME, DB_PASSWORD and pg_hba.conf."
              .formatted(settings.address(), settings.user());
      case "42501" ->
          ("%s may not do this in the database %s (%s): let its owner migrate,"
                  + " or run \"grant create on database %s to %s\".")
              .formatted(
                  settings.user(),
                  settings.database(),
                  firstLine(failure),
                  Quoting.name(settings.database()),
                  Quoting.name(settings.user()));
      case "53300" ->
          "PostgreSQL at %s has no connection left: raise max_connections or make the pools smaller."
              .formatted(settings.address());
      case "53100" ->
          "The disk of PostgreSQL at %s is full: make room and run this again."
              .formatted(settings.address());
      default ->
          "The database %s could not be migrated: %s (SQLSTATE %s)."
              .formatted(settings.database(), firstLine(failure), state);
    };
  }

  static Refusal about(FlywayException failure, SchemaSet set) {
    return new Refusal(
        "The set %s stopped: %s; nothing of the script that failed was kept, so correct it and run this again."
            .formatted(set.schema(), essence(failure)),
        failure);
  }

  private static String essence(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return firstLine(failure) + ", " + firstLine(sql);
      }
    }
    return String.join(" ", failure.getMessage().split("\\s*\\R\\s*"));
  }

  private static String firstLine(Throwable failure) {
    var text = String.valueOf(failure.getMessage()).strip();
    return text.lines().findFirst().orElse(text);
  }
}
