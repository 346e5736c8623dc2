package tmi.gateway.server;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// Closes connections that hold a place and bring nothing: whose head is not whole in time however
/// steadily it drips, and whose reader has stopped taking his answer. WebSockets may be quiet for
/// as long as they like: their services ping them.
///
/// One for each event loop, and only to be used on it.
final class ConnectionWatch {
  private static final Logger LOG = Logger.getLogger(ConnectionWatch.class);
  private static final int LOOKS_IN_A_TIME = 10;

  private final Patience patience;
  private final Map<HttpConnection, WatchedConnection> open = new HashMap<>();

  ConnectionWatch(ServerConfig config) {
    patience =
        new Patience(
            config.headTimeout().toNanos(),
            config.keepAlive().toNanos(),
            config.stallTimeout().toNanos());
  }

  void start(Vertx vertx) {
    long every = Duration.ofNanos(patience.shortest() / LOOKS_IN_A_TIME).toMillis();
    vertx.setPeriodic(Math.clamp(every, 10, 1000), timer -> look(System.nanoTime()));
  }

  void opened(HttpConnection connection) {
    open.put(connection, new WatchedConnection(System.nanoTime() + patience.head()));
    connection
        .closeHandler(gone -> open.remove(connection))
        .exceptionHandler(failure -> LOG.debugf("connection failed: %s", failure.getMessage()));
  }

  /// A whole head is there.
  void began(HttpServerRequest request) {
    WatchedConnection watched = open.get(request.connection());
    if (watched != null) {
      watched.began(request, System.nanoTime() + patience.stall());
    }
  }

  private void look(long now) {
    List<HttpConnection> late =
        open.entrySet().stream()
            .filter(each -> each.getValue().isLate(now, patience))
            .map(Map.Entry::getKey)
            .toList();
    late.forEach(HttpConnection::close);
  }

  /// Nanoseconds to wait for a head, for the next request, for a reader who takes nothing.
  record Patience(long head, long next, long stall) {
    long shortest() {
      return Math.min(head, Math.min(next, stall));
    }
  }
}
