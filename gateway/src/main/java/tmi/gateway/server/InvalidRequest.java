package tmi.gateway.server;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import tmi.gateway.guard.Guard;
import tmi.gateway.guard.Refusal;
import tmi.gateway.identity.RequestId;
import tmi.kernel.problem.Problem;

/// Answers a head that could not be read, in the one error shape; where the next request would
/// begin is unknown then, so the connection ends.
@Singleton
class InvalidRequest {
  private final Guard guard;
  private final ServerConfig config;

  @Inject
  InvalidRequest(Guard guard, ServerConfig config) {
    this.guard = guard;
    this.config = config;
  }

  void answer(HttpServerRequest request) {
    guard.dress(request, request.response().headers());
    request
        .response()
        .putHeader(RequestId.HEADER, RequestId.of(null))
        .putHeader("Connection", "close");
    Refusal.answer(request.response(), problem(request.decoderResult().cause()))
        .onComplete(sent -> request.connection().close());
  }

  private Problem problem(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return new Problem(
          414,
          "uri_too_long",
          "The address with its query is longer than %d bytes".formatted(config.lineLimit()));
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return new Problem(
          431,
          "headers_too_large",
          "The headers are larger than %d bytes".formatted(config.headerLimit().asLongValue()));
    }
    if (cause instanceof HttpVersions.Unsupported unsupported) {
      // No 505: what a client does wrong must not count among the failures of the suite.
      return new Problem(
          400,
          "invalid_request",
          "%s is not spoken here: ask in HTTP/1.1".formatted(unsupported.getMessage()));
    }
    return new Problem(400, "invalid_request", "The request line or a header cannot be read");
  }
}
