package tmi.migration;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.flywaydb.core.api.FlywayException;

/// What went wrong, said so that an operator knows what to do.
final class Sentences {

  private Sentences() {}

  private static Optional<String> aboutTls(SQLException failure, String state, Settings settings) {
    var reason = firstLine(failure);
    if (isTls(failure)) {
      return Optional.of(
          ("PostgreSQL at %s could not be reached by TLS (%s): name the certificates to trust in"
                  + " DB_SSL_CA_FILE, and in DB_HOST the host that its certificate is for.")
              .formatted(settings.address(), deepest(failure)));
    }
    if (state.equals("28000") && reason.contains("no encryption")) {
      return Optional.of(
          ("PostgreSQL at %s takes no connection of %s without TLS: set DB_SSL_MODE=verify-full, and"
                  + " DB_SSL_CA_FILE to the certificates to trust.")
              .formatted(settings.address(), settings.user()));
    }
    if (state.equals("08004") && reason.contains("SSL")) {
      return Optional.of(
          ("PostgreSQL at %s offers no TLS: switch it on there, or set DB_SSL_MODE=disable on a"
                  + " network that you trust.")
              .formatted(settings.address()));
    }
    return Optional.empty();
  }

  /// Whether the line failed for a certificate or the protocol: waiting would not help.
  static boolean isTls(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
        return true;
      }
    }
    return String.valueOf(failure.getMessage()).contains("could not be verified");
  }

  static Refusal about(SQLException failure, Settings settings) {
    return new Refusal(sentence(failure, settings), failure);
  }

  private static String sentence(SQLException failure, Settings settings) {
    var state = failure.getSQLState() == null ? "" : failure.getSQLState();
    var tls = aboutTls(failure, state, settings);
    if (tls.isPresent()) {
      return tls.get();
    }
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

  /// The last words of a chain of causes: the others only say that something was wrong below.
  private static String deepest(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return firstLine(cause);
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
