package tmi.gateway.server;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/// The part of the server that one event loop serves.
final class Listener extends AbstractVerticle {
  private final HttpServerOptions options;
  private final Handler<HttpServerRequest> requests;
  private final InvalidRequest invalid;
  private final ConnectionWatch connections;

  /// @param connections of this listener alone
  Listener(
      HttpServerOptions options,
      Handler<HttpServerRequest> requests,
      InvalidRequest invalid,
      ConnectionWatch connections) {
    this.options = options;
    this.requests = requests;
    this.invalid = invalid;
    this.connections = connections;
  }

  @Override
  public void start(Promise<Void> started) {
    connections.start(vertx);
    vertx
        .createHttpServer(options)
        .connectionHandler(this::opened)
        .invalidRequestHandler(invalid::answer)
        .requestHandler(this::pass)
        .listen()
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void opened(HttpConnection connection) {
    HttpVersions.judge(connection);
    connections.opened(connection);
  }

  private void pass(HttpServerRequest request) {
    connections.began(request);
    String path = request.path();
    if (path == null || !path.startsWith("/") || lacksHost(request)) {
      invalid.answer(request);
    } else {
      requests.handle(request);
    }
  }

  /// RFC 9112 section 3.2: HTTP/1.1 has one, and the router answers without it in a form of its
  /// own.
  private static boolean lacksHost(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_1_1 && request.authority() == null;
  }
}
