package tmi.service.problem;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// A store that is gone, going or not to be reached: the libraries below say it in many ways.
final class LostConnections {
  private LostConnections() {}

  static boolean is(Throwable failure) {
    return switch (failure) {
      case SocketException e -> true; // refused, reset, no route
      case UnknownHostException e -> true;
      case ClosedChannelException e -> true;
      case SSLException e -> true;
      case TimeoutException e -> true;
      case io.vertx.sqlclient.ClosedConnectionException e -> true;
      case io.vertx.core.http.ConnectionPoolTooBusyException e -> true;
      case VertxException e -> says(e, "timeout", "clos");
      case NoStackTraceThrowable e -> says(e, "timeout", "clos");
      case IOException e -> e.getClass() == IOException.class && says(e, "broken pipe", "reset");
      case null, default -> false;
    };
  }

  private static boolean says(Throwable failure, String... words) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return Stream.of(words).anyMatch(message::contains);
  }
}
