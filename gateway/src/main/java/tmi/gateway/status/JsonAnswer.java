package tmi.gateway.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import tmi.gateway.guard.Refusal;
import tmi.kernel.problem.Problem;

/// Answers with JSON where the request's `Accept` allows it (rest-behaviour section 3.4).
final class JsonAnswer {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private JsonAnswer() {}

  static void send(RoutingContext context, Object answer) {
    try {
      send(context, Buffer.buffer(JSON.writeValueAsBytes(answer)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static void send(RoutingContext context, Buffer body) {
    HttpServerResponse response = context.response();
    if (!accepts(context.request().getHeader("Accept"))) {
      Refusal.answer(
          response, new Problem(406, "not_acceptable", "The answer is application/json"));
      return;
    }
    response.putHeader("Content-Type", "application/json; charset=utf-8");
    if (context.request().method() == HttpMethod.HEAD) {
      response.putHeader("Content-Length", String.valueOf(body.length())).end();
    } else {
      response.end(body);
    }
  }

  private static boolean accepts(String accept) {
    return accept == null
        || accept.contains("application/json")
        || accept.contains("*/*")
        || accept.contains("application/*")
        || accept.contains("text/event-stream");
  }
}
