package tmi.service.egress;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One request on its way: its clocks and the bound on what is read. Ends once, whatever comes
/// first. Used on one event loop only.
final class Exchange {
  private final Vertx vertx;
  private final EgressLimits limits;
  private final Promise<Reply> answer = Promise.promise();
  private final Buffer kept = Buffer.buffer();
  private final long wholeTimer;
  private long headersTimer = -1;
  private long read;
  private HttpClientRequest request;

  Exchange(Vertx vertx, EgressLimits limits) {
    this.vertx = vertx;
    this.limits = limits;
    this.wholeTimer = timer(limits.whole().toMillis(), "no complete answer within the time limit");
  }

  Promise<Reply> answer() {
    return answer;
  }

  void send(HttpClientRequest request, byte[] body) {
    this.request = request;
    if (answer.future().isComplete()) {
      request.reset();
      return;
    }
    headersTimer = timer(limits.headers().toMillis(), "no answer within the time limit");
    request.response().onSuccess(this::receive).onFailure(this::fail);
    request.send(Buffer.buffer(body)).onFailure(this::fail);
  }

  void fail(Throwable cause) {
    end(
        cause instanceof EgressRefusal refusal
            ? refusal
            : new EgressFailure(FailureText.of(cause)));
  }

  private void receive(HttpClientResponse response) {
    vertx.cancelTimer(headersTimer);
    Reply head = new Reply(response.statusCode(), headers(response), new byte[0]);
    if (declaredLength(head) > limits.body()) {
      end(new EgressFailure("answer longer than the limit"));
      return;
    }
    response.handler(part -> keep(part, head));
    response.endHandler(nothing -> end(head));
    response.exceptionHandler(cause -> end(new EgressFailure("answer broke off")));
  }

  private void keep(Buffer part, Reply head) {
    int room = limits.kept() - kept.length();
    kept.appendBuffer(part, 0, Math.max(0, Math.min(room, part.length())));
    read += part.length();
    if (read > limits.body()) {
      end(head);
      request.reset();
    }
  }

  private void end(Reply head) {
    finish();
    answer.tryComplete(new Reply(head.status(), head.headers(), kept.getBytes()));
  }

  private void end(RuntimeException failure) {
    finish();
    if (answer.tryFail(failure) && request != null) {
      request.reset();
    }
  }

  private void finish() {
    vertx.cancelTimer(wholeTimer);
    vertx.cancelTimer(headersTimer);
  }

  private long timer(long millis, String reason) {
    return vertx.setTimer(millis, id -> end(new EgressFailure(reason)));
  }

  private static long declaredLength(Reply head) {
    try {
      return head.header("content-length").map(Long::parseLong).orElse(0L);
    } catch (NumberFormatException unreadable) {
      return Long.MAX_VALUE; // not a length at all: as good as endless
    }
  }

  private static Map<String, String> headers(HttpClientResponse response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .forEach(header ->
            headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    return headers;
  }
}
