package tmi.service.health;

import io.vertx.pgclient.PgException;
import java.util.concurrent.TimeoutException;

/// Why a store did not answer, in its own words, for an operator who reads the readiness.
final class StoreFault {
  private StoreFault() {}

  /// The first line of what the store or the line to it said; for PostgreSQL with its SQLSTATE.
  static String reason(Throwable failure) {
    if (failure instanceof PgException refusal) {
      return "%s (%s)".formatted(refusal.getErrorMessage(), refusal.getSqlState());
    }
    if (failure instanceof TimeoutException
        || failure instanceof io.smallrye.mutiny.TimeoutException) {
      return "no answer in time";
    }
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String words =
        cause.getMessage() == null ? "" : cause.getMessage().lines().findFirst().orElse("");
    return words.isBlank() ? cause.getClass().getSimpleName() : words;
  }
}
