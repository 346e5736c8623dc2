package tmi.gateway.proxy;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import tmi.gateway.guard.BodyLimit;
import tmi.gateway.identity.Outsider;
import tmi.gateway.route.Destination;
import tmi.gateway.route.Upstreams;

/// Hands a request that the door let in to its service.
@Singleton
class Forwarder {
  private final Upstreams upstreams;
  private final Connector connector;
  private final BodyLimit bodies;
  private final ProxyConfig config;
  private final Drain drain;

  @Inject
  Forwarder(
      Upstreams upstreams, Connector connector, BodyLimit bodies, ProxyConfig config, Drain drain) {
    this.upstreams = upstreams;
    this.connector = connector;
    this.bodies = bodies;
    this.config = config;
    this.drain = drain;
  }

  void forward(
      HttpServerRequest request,
      Destination service,
      String path,
      Outsider outsider,
      String requestId) {
    String uri = request.query() == null ? path : path + "?" + request.query();
    Passage passage =
        new Passage(
            request,
            upstreams.of(service),
            uri,
            outsider,
            requestId,
            bodies.of(path),
            patience(request.method(), path));
    if (passage.isUpgrade()) {
      new Tunnel(passage, drain.sockets()).start(connector);
      return;
    }
    if (drain.isClosing()) {
      request.response().putHeader("Connection", "close");
    }
    Exchange exchange = new Exchange(passage, connector, drain.begun());
    if (passage.contentLength() > passage.bodyLimit()) {
      exchange.refuseBody();
      return;
    }
    exchange.start();
  }

  private Duration patience(HttpMethod method, String path) {
    boolean deletesPerson =
        method == HttpMethod.DELETE && (path.equals("/me") || path.startsWith("/admin/users/"));
    return deletesPerson ? config.slowAnswerTimeout() : config.answerTimeout();
  }
}
