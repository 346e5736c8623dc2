package tmi.gateway.proxy;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import org.jboss.logging.Logger;
import tmi.gateway.guard.Refusal;
import tmi.gateway.identity.ForwardedHeaders;
import tmi.kernel.problem.Problem;

/// A WebSocket on its way through: the handshake is the service's to grant, and after it the bytes
/// of both sides pass untouched, each side slowed by the other. It may be quiet for as long as it
/// likes.
final class Tunnel {
  private static final Logger LOG = Logger.getLogger(Tunnel.class);

  private final Passage passage;
  private final Set<NetSocket> open;

  /// @param open where living tunnels are noted, to be closed with the gateway
  Tunnel(Passage passage, Set<NetSocket> open) {
    this.passage = passage;
    this.open = open;
  }

  void start(Connector connector) {
    connector
        .open(passage, new Candidates(passage.replicas().inOrder()))
        .onSuccess(line -> shakeHands(line.request()))
        .onFailure(this::failed);
  }

  private void shakeHands(HttpClientRequest request) {
    if (passage.response().closed()) {
      request.reset();
      return;
    }
    ForwardedHeaders.toService(
        passage.request().headers(), request.headers(), passage.outsider(), passage.requestId());
    request.headers().set("Connection", "Upgrade").set("Upgrade", "websocket");
    request.exceptionHandler(failure -> LOG.debugf("socket failed: %s", failure.getMessage()));
    request.connect().onSuccess(this::answered).onFailure(this::failed);
  }

  private void answered(HttpClientResponse answer) {
    HttpServerResponse response = passage.response();
    response.setStatusCode(answer.statusCode());
    if (answer.statusCode() != 101) {
      ForwardedHeaders.toOutsider(answer.headers(), response.headers());
      answer.pipeTo(response).onFailure(failure -> passage.request().connection().close());
      return;
    }
    passage.leave().run();
    NetSocket service = answer.netSocket();
    service.pause();
    response.headers().addAll(answer.headers());
    passage
        .request()
        .toNetSocket()
        .onSuccess(outsider -> join(outsider, service))
        .onFailure(failure -> service.close());
  }

  private void join(NetSocket outsider, NetSocket service) {
    open.add(outsider);
    outsider.pipeTo(service).onComplete(ended -> close(outsider, service));
    service.pipeTo(outsider).onComplete(ended -> close(outsider, service));
  }

  private void close(NetSocket outsider, NetSocket service) {
    if (open.remove(outsider)) {
      outsider.close();
      service.close();
    }
  }

  private void failed(Throwable failure) {
    LOG.warnf("websocket was not opened: cause=%s", failure.getMessage());
    Refusal.answer(
        passage.response(),
        new Problem(503, "service_unavailable", "The live service cannot be reached at the moment")
            .retryAfter(2));
  }
}
