package tmi.gateway.guard;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import tmi.kernel.problem.Problem;

/// Answers a refusal of the gateway's own in the one error shape.
public final class Refusal {
  private Refusal() {}

  /// Does nothing where an answer has begun. The future completes when the answer is out.
  public static Future<Void> answer(HttpServerResponse response, Problem problem) {
    if (response.ended() || response.headWritten() || response.closed()) {
      return Future.succeededFuture();
    }
    if (problem.retryAfterSeconds() > 0) {
      response.putHeader("Retry-After", String.valueOf(problem.retryAfterSeconds()));
    }
    if (problem.status() == 405 && !response.headers().contains("Allow")) {
      response.putHeader("Allow", RequestShape.ALLOWED);
    }
    JsonObject body =
        new JsonObject()
            .put("error", problem.code())
            .put("error_description", problem.getMessage());
    return response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(body.toBuffer());
  }
}
