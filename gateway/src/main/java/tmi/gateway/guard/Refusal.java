package tmi.gateway.guard;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import tmi.kernel.problem.Problem;

/// Answers a refusal of the gateway's own in the one error shape.
public final class Refusal {
  private Refusal() {}

  public static void answer(HttpServerResponse response, Problem problem) {
    if (response.ended() || response.headWritten()) {
      return;
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
    response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(body.toBuffer());
  }
}
