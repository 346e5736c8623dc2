package tmi.gateway.proxy;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import tmi.gateway.guard.Refusal;
import tmi.gateway.identity.ForwardedHeaders;
import tmi.kernel.problem.Problem;

/// One request and its answer, carried through. A request that can be repeated is given to another
/// replica when the first breaks off before answering or says 503; any other only as long as no
/// connection was there to send it by.
final class Exchange {
  private static final Logger LOG = Logger.getLogger(Exchange.class);
  private static final int RETRY_AFTER_SECONDS = 2;
  private static final int UNAVAILABLE = 503;

  private final Passage passage;
  private final Connector connector;
  private final Candidates candidates;
  private volatile HttpClientRequest current;

  Exchange(Passage passage, Connector connector) {
    this.passage = passage;
    this.connector = connector;
    candidates = new Candidates(passage.replicas().inOrder());
    passage
        .context()
        .addEndHandler(end -> {
          if (end.failed()) {
            leave();
          }
        });
  }

  /// The outsider is gone, so nobody waits for the service any more.
  private void leave() {
    if (current != null) {
      current.reset();
    }
  }

  void start() {
    connector.open(passage, candidates).onSuccess(this::send).onFailure(this::unreachable);
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
        .onSuccess(answer -> answered(line, answer))
        .onFailure(failure -> broken(line, failure));
    if (Passage.hasBody(passage.request())) {
      BodySending.send(request, passage.body().bytes());
    } else {
      request.end();
    }
  }

  private void answered(Connector.Line line, HttpClientResponse answer) {
    boolean anotherMayKnow =
        answer.statusCode() == UNAVAILABLE && passage.isRepeatable() && candidates.hasFresh();
    if (anotherMayKnow) {
      LOG.debugf("passed over: replica=%s", line.replica());
      answer.handler(dropped -> {});
      start();
    } else {
      answer(answer);
    }
  }

  private void answer(HttpClientResponse answer) {
    HttpServerResponse response = passage.response();
    if (response.closed()) {
      leave();
      return;
    }
    response.setStatusCode(answer.statusCode());
    ForwardedHeaders.toOutsider(answer.headers(), response.headers());
    if (hasBodyOfUnknownLength(answer)) {
      response.setChunked(true);
    }
    answer.pipe().endOnFailure(false).to(response).onFailure(failure -> cutOff());
  }

  private boolean hasBodyOfUnknownLength(HttpClientResponse answer) {
    int status = answer.statusCode();
    boolean bodyless = status == 204 || status == 304 || passage.method() == HttpMethod.HEAD;
    return !bodyless && answer.getHeader("Content-Length") == null;
  }

  /// The head is sent, so all that is left to say is that the answer is not whole: the connection
  /// ends. A reset would write to a connection that may be going already, because it is the asker
  /// who left.
  private void cutOff() {
    leave();
    passage.request().connection().close();
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
    if (!late && passage.isRepeatable() && candidates.hasNext()) {
      start();
      return;
    }
    LOG.warnf("answer was broken off: replica=%s cause=%s", line.replica(), failure.getMessage());
    String text =
        late
            ? "The service did not answer in time; what was asked may have been done"
            : "The service broke off before it answered; what was asked may have been done";
    Problem problem =
        new Problem(late ? UNAVAILABLE : 502, late ? "service_unavailable" : "bad_gateway", text);
    Refusal.answer(passage.response(), problem.retryAfter(RETRY_AFTER_SECONDS));
  }

  private void unreachable(Throwable failure) {
    LOG.warnf("no replica took the request: cause=%s", failure.getMessage());
    Refusal.answer(
        passage.response(),
        new Problem(
                UNAVAILABLE, "service_unavailable", "The service cannot be reached at the moment")
            .retryAfter(RETRY_AFTER_SECONDS));
  }
}
