package tmi.diagram.store.content;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/// What a failure says about the transaction that it ended.
enum Failure {
  /// The connection went away or was not to be had: the transaction may be committed or not. The
  /// log knows.
  UNKNOWN,
  /// Rolled back, through no fault of what was written: it may go well the next time.
  UNLUCKY,
  /// Rolled back because of what was to be written: it fails again.
  REFUSED,
  /// Rolled back because the database is not what it should be, for this or for all.
  BROKEN;

  /// True when waiting for better times would hold up everybody behind it.
  boolean isRefusal() {
    return this == REFUSED || this == BROKEN;
  }

  static Failure of(Throwable failure) {
    Throwable cause = failure instanceof Pipeline.Failed ? failure.getCause() : failure;
    if (cause instanceof PgException answer && answer.getSqlState() != null) {
      return of(answer.getSqlState());
    }
    return isOfTheConnection(cause) ? UNKNOWN : REFUSED;
  }

  private static Failure of(String state) {
    return switch (state.substring(0, 2)) {
      case "08", "28" -> UNKNOWN;
      case "57" -> state.startsWith("57P") ? UNKNOWN : UNLUCKY;
      // 25: read only just now, as a standby is; 53 and 58: no room, no memory, a disk that fails.
      case "25", "40", "53", "55", "58" -> UNLUCKY;
      case "22", "23", "54" -> REFUSED;
      default -> BROKEN;
    };
  }

  /// Of network, driver or pool. Everything else was thrown by code of ours over these very
  /// operations, and would be thrown again.
  private static boolean isOfTheConnection(Throwable cause) {
    return cause instanceof PgException
        || cause instanceof IOException
        || cause instanceof TimeoutException
        || cause instanceof VertxException
        || cause instanceof NoStackTraceThrowable;
  }
}
