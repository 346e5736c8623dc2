package tmi.service.statement;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/// Keeps one line out of the log that says nothing: where no connection can be made, the driver's
/// pool answers at once, forgets to stop the clock of that wait, and is surprised when it strikes;
/// or the clock struck first, and it is surprised by what becomes of the connection. Whoever asked
/// has an answer long since. It says `Result is already complete`, once for every statement that
/// met a PostgreSQL that was away (issue 1706 of vertx-sql-client, open in 4.5.34).
@LoggingFilter(name = "spent-waits")
public final class SpentWaits implements Filter {
  private static final String POOL = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";

  @Override
  public boolean isLoggable(LogRecord line) {
    return !(line.getThrown() instanceof IllegalStateException e && isSpent(e));
  }

  private static boolean isSpent(IllegalStateException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return "Result is already complete".equals(e.getMessage())
        && trace.length > 1
        && trace[1].getClassName().equals(POOL)
        && trace[1].getMethodName().startsWith("lambda$execute$");
  }
}
