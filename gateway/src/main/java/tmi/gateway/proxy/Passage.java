package tmi.gateway.proxy;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import tmi.gateway.identity.Outsider;
import tmi.gateway.route.Replicas;

/// One request on its way through the door.
///
/// @param uri normalised path and query, as the service gets them
/// @param bodyLimit bytes that it may carry
/// @param patience how long the service may take to begin its answer
record Passage(
    HttpServerRequest request,
    Replicas replicas,
    String uri,
    Outsider outsider,
    String requestId,
    long bodyLimit,
    Duration patience) {

  HttpServerResponse response() {
    return request.response();
  }

  HttpMethod method() {
    return request.method();
  }

  /// -1 when the length is not told.
  long contentLength() {
    String told = request.getHeader("Content-Length");
    return told == null ? -1 : Long.parseLong(told);
  }

  boolean hasBody() {
    return hasBody(request);
  }

  static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length != null && !length.equals("0") || request.headers().contains("Transfer-Encoding");
  }

  /// Reads what is left of the body away, so that the connection can serve the next request.
  void dropBody() {
    if (!request.isEnded()) {
      request.handler(dropped -> {}).resume();
    }
  }

  boolean isUpgrade() {
    return method() == HttpMethod.GET && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  /// Doing it twice is as good as once, and nothing of it would be lost by then.
  boolean isRepeatable() {
    boolean idempotent =
        method() == HttpMethod.GET
            || method() == HttpMethod.HEAD
            || method() == HttpMethod.PUT
            || method() == HttpMethod.DELETE;
    return idempotent && !hasBody();
  }
}
