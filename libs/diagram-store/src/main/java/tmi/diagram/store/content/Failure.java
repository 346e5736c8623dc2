package tmi.diagram.store.content;

import io.vertx.pgclient.PgException;

/// What a failed statement says about the transaction it was in.
enum Failure {
  /// The connection went away: the transaction may be committed or not. The log knows.
  UNKNOWN,
  /// Rolled back, through no fault of what was written: it may go well the next time.
  UNLUCKY,
  /// Rolled back because of what was to be written: it fails again.
  REFUSED,
  /// Rolled back because the database is not what it should be.
  BROKEN;

  static Failure of(Throwable failure) {
    Throwable cause = failure instanceof Pipeline.Failed ? failure.getCause() : failure;
    if (!(cause instanceof PgException answer) || answer.getSqlState() == null) {
      return UNKNOWN;
    }
    return switch (answer.getSqlState().substring(0, 2)) {
      case "08" -> UNKNOWN;
      case "57" -> answer.getSqlState().startsWith("57P") ? UNKNOWN : UNLUCKY;
      case "40", "55" -> UNLUCKY;
      case "22", "23", "54" -> REFUSED;
      default -> BROKEN;
    };
  }
}
