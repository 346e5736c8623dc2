package tmi.gateway.proxy;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import tmi.gateway.admission.Body;
import tmi.gateway.identity.Outsider;
import tmi.gateway.route.Replicas;

/// One request on its way through the door.
///
/// @param uri normalised path and query, as the service gets them
/// @param body whole
/// @param patience how long the service may take to begin its answer
/// @param leave to be called, once or more, when the request no longer counts as open
record Passage(
    RoutingContext context,
    Replicas replicas,
    String uri,
    Outsider outsider,
    String requestId,
    Body body,
    Duration patience,
    Runnable leave) {

  HttpServerRequest request() {
    return context.request();
  }

  HttpServerResponse response() {
    return context.response();
  }

  HttpMethod method() {
    return request().method();
  }

  static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length != null && !length.equals("0") || request.headers().contains("Transfer-Encoding");
  }

  boolean isUpgrade() {
    return isUpgrade(request());
  }

  static boolean isUpgrade(HttpServerRequest request) {
    return request.method() == HttpMethod.GET
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  /// Asking twice changes nothing. A repeated DELETE would answer 404 after its success, a repeated
  /// PUT 409 by its own `If-Match`: nobody could tell what had been done.
  boolean isRepeatable() {
    return method() == HttpMethod.GET || method() == HttpMethod.HEAD;
  }
}
