package tmi.gateway.admission;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import tmi.gateway.guard.BodyLimit;
import tmi.kernel.problem.Problem;

/// One body on its way in. All of it happens on the event loop of its connection.
final class BodyReading {
  private final Vertx vertx;
  private final HttpServerRequest request;
  private final HeldBytes held;
  private final Pace pace;
  private final long limit;
  private final Promise<Body> outcome = Promise.promise();
  private final long begin = System.nanoTime();
  private Buffer body = Buffer.buffer();
  private long lastLook;
  private long timer;

  /// @param limit bytes that the body may have
  BodyReading(Vertx vertx, HttpServerRequest request, HeldBytes held, Pace pace, long limit) {
    this.vertx = vertx;
    this.request = request;
    this.held = held;
    this.pace = pace;
    this.limit = limit;
  }

  Future<Body> start() {
    timer = vertx.setPeriodic(pace.check().toMillis(), again -> look());
    request.exceptionHandler(this::end).endHandler(end -> finish()).handler(this::take).resume();
    return outcome.future();
  }

  private void take(Buffer part) {
    if (outcome.future().isComplete()) {
      return; // the rest of a refused body
    }
    if (body.length() + part.length() > limit) {
      end(BodyLimit.refusal(limit));
      return;
    }
    Problem full = held.take(part.length());
    if (full != null) {
      end(full);
      return;
    }
    body.appendBuffer(part);
  }

  private void look() {
    Problem slow = pace.judge(System.nanoTime() - begin, body.length() - lastLook);
    if (slow != null) {
      end(slow);
    }
    lastLook = body.length();
  }

  private void finish() {
    vertx.cancelTimer(timer);
    outcome.tryComplete(new Body(body, held::release));
  }

  private void end(Throwable cause) {
    vertx.cancelTimer(timer);
    if (outcome.tryFail(cause)) {
      body = Buffer.buffer();
      held.release();
    }
  }
}
