package tmi.gateway.server;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

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
        .connectionHandler(connections::opened)
        .invalidRequestHandler(invalid::answer)
        .requestHandler(this::pass)
        .listen()
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void pass(HttpServerRequest request) {
    connections.began(request);
    String path = request.path();
    if (path == null || !path.startsWith("/")) {
      invalid.answer(request);
    } else {
      requests.handle(request);
    }
  }
}
