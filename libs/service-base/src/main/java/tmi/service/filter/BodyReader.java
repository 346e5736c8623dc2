package tmi.service.filter;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.function.Consumer;
import tmi.kernel.problem.Problem;

/// Collects a request's body up to a limit, so that it can be checked before anybody acts on it.
final class BodyReader {
  private final RoutingContext context;
  private final int limit;
  private final Buffer body = Buffer.buffer();
  private boolean refused;

  BodyReader(RoutingContext context, int limit) {
    this.context = context;
    this.limit = limit;
  }

  /// Reads all of it, then runs exactly one of the two.
  void read(Consumer<Buffer> whole, Consumer<Throwable> failed) {
    HttpServerRequest request = context.request();
    request.handler(chunk -> {
      if (!refused && body.length() + chunk.length() > limit) {
        refused = true;
        failed.accept(tooLarge(limit));
      } else if (!refused) {
        body.appendBuffer(chunk);
      }
    });
    request.exceptionHandler(e -> {
      refused = true;
      failed.accept(e);
    });
    request.endHandler(end -> {
      if (!refused) {
        whole.accept(body);
      }
    });
    request.resume();
  }

  static Problem tooLarge(int limit) {
    return new Problem(413, "payload_too_large", "The body may have at most " + limit + " bytes");
  }

  /// Hands the body on to whoever answers the request.
  static void hand(RoutingContext context, Buffer body) {
    ((RoutingContextInternal) context).setBody(body);
  }
}
