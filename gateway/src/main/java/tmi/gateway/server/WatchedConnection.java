package tmi.gateway.server;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import tmi.gateway.server.ConnectionWatch.Patience;

/// What a connection is waited for, and until when.
final class WatchedConnection {
  private long deadline;
  private HttpServerRequest request;
  private long taken;

  /// @param deadline moment of `System.nanoTime` by which a head must be whole
  WatchedConnection(long deadline) {
    this.deadline = deadline;
  }

  /// Its head is whole.
  void began(HttpServerRequest begun, long until) {
    deadline = until;
    taken = -1;
    request = begun;
  }

  boolean isLate(long now, Patience patience) {
    if (request == null) {
      return now - deadline > 0;
    }
    HttpServerResponse answer = request.response();
    if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade")) && !wasRefused(answer)) {
      return false;
    }
    if (answer.ended()) {
      // A body that nobody wanted is read away for a while, or its sender could not see the answer.
      deadline = now + (request.isEnded() ? patience.next() : patience.head());
      request = null;
      return false;
    }
    boolean standsStill =
        answer.headWritten() && answer.writeQueueFull() && answer.bytesWritten() == taken;
    taken = answer.bytesWritten();
    if (!standsStill) {
      deadline = now + patience.stall();
    }
    return now - deadline > 0;
  }

  private static boolean wasRefused(HttpServerResponse answer) {
    return answer.ended() && answer.getStatusCode() != 101;
  }
}
