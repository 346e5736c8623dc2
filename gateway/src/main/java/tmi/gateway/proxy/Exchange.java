package tmi.gateway.proxy;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import tmi.gateway.guard.BodyLimit;
import tmi.gateway.guard.Refusal;
import tmi.gateway.identity.ForwardedHeaders;
import tmi.kernel.problem.Problem;

/// One request and its answer, carried through. A request that can be repeated is given to another
/// replica when the first breaks off before answering.
final class Exchange {
  private static final Logger LOG = Logger.getLogger(Exchange.class);
  private static final int RETRY_AFTER_SECONDS = 2;

  private final Passage passage;
  private final Connector connector;
  private final Runnable ended;
  private int attemptsLeft;
  private volatile HttpClientRequest current;

  /// @param ended to be called when the exchange is over, however it ended
  Exchange(Passage passage, Connector connector, Runnable ended) {
    this.passage = passage;
    this.connector = connector;
    this.ended = ended;
    attemptsLeft = passage.isRepeatable() ? 1 + passage.replicas().size() : 1;
    passage.response().endHandler(end -> ended.run());
    passage.response().closeHandler(gone -> leave());
  }

  /// The outsider is gone, so nobody waits for the service any more.
  private void leave() {
    if (current != null) {
      current.reset();
    }
    ended.run();
  }

  void start() {
    attemptsLeft--;
    connector.open(passage).onSuccess(this::send).onFailure(this::unreachable);
  }

  private void send(Connector.Line line) {
    HttpClientRequest request = line.request();
    if (passage.response().closed()) {
      request.reset();
      return;
    }
    request.exceptionHandler(failure -> LOG.debugf("request failed: %s", failure.getMessage()));
    current = request;
    ForwardedHeaders.toService(
        passage.request().headers(), request.headers(), passage.outsider(), passage.requestId());
    request
        .response()
        .timeout(passage.patience().toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(this::answer)
        .onFailure(failure -> broken(line, failure));
    if (passage.hasBody()) {
      sendBody(request);
    } else {
      request.end();
    }
  }

  private void sendBody(HttpClientRequest request) {
    if (!request.headers().contains("Content-Length")) {
      request.setChunked(true);
    }
    if ("100-continue".equalsIgnoreCase(passage.request().getHeader("Expect"))) {
      passage.response().writeContinue();
    }
    new LimitedBody(passage.request(), passage.bodyLimit())
        .pipe()
        .endOnFailure(false)
        .to(request)
        .onFailure(failure -> {
          if (failure instanceof LimitedBody.TooLarge) {
            refuseBody();
          }
          request.reset(0, failure);
          passage.dropBody();
        });
  }

  /// The rest of the body is read and dropped for a while, or the sender would see a reset
  /// connection in place of the answer.
  void refuseBody() {
    passage.response().putHeader("Connection", "close");
    Refusal.answer(passage.response(), BodyLimit.refusal(passage.bodyLimit()));
    if (!passage.request().isEnded()) {
      passage.request().endHandler(done -> passage.request().connection().close());
    }
    passage.dropBody();
  }

  private void answer(HttpClientResponse answer) {
    HttpServerResponse response = passage.response();
    response.setStatusCode(answer.statusCode());
    ForwardedHeaders.toOutsider(answer.headers(), response.headers());
    if (hasBodyOfUnknownLength(answer)) {
      response.setChunked(true);
    }
    answer.pipe().endOnFailure(false).to(response).onFailure(failure -> cutOff(response));
  }

  private boolean hasBodyOfUnknownLength(HttpClientResponse answer) {
    int status = answer.statusCode();
    boolean bodyless = status == 204 || status == 304 || passage.method() == HttpMethod.HEAD;
    return !bodyless && answer.getHeader("Content-Length") == null;
  }

  /// The head is sent, so all that is left to say is that the answer is not whole. A response that
  /// is reset calls none of its handlers. Where the asker has left there is nobody to say it to.
  private void cutOff(HttpServerResponse response) {
    if (!response.closed()) {
      response.reset();
    }
    leave();
  }

  private void broken(Connector.Line line, Throwable failure) {
    line.request().reset();
    if (passage.response().closed() || passage.response().headWritten()) {
      return;
    }
    boolean late = failure instanceof TimeoutException;
    if (!late) {
      line.broken(passage.replicas());
    }
    if (!late && attemptsLeft > 0) {
      start();
      return;
    }
    LOG.warnf("answer was broken off: replica=%s cause=%s", line.replica(), failure.getMessage());
    String text =
        late
            ? "The service did not answer in time; what was asked may have been done"
            : "The service broke off before it answered; what was asked may have been done";
    Problem problem =
        new Problem(late ? 503 : 502, late ? "service_unavailable" : "bad_gateway", text);
    Refusal.answer(passage.response(), problem.retryAfter(RETRY_AFTER_SECONDS));
  }

  private void unreachable(Throwable failure) {
    LOG.warnf("no replica took the request: cause=%s", failure.getMessage());
    passage.dropBody();
    Refusal.answer(
        passage.response(),
        new Problem(503, "service_unavailable", "The service cannot be reached at the moment")
            .retryAfter(RETRY_AFTER_SECONDS));
  }
}
