package tmi.gateway.proxy;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import tmi.gateway.admission.Body;
import tmi.gateway.guard.RequestTarget;
import tmi.gateway.identity.Outsider;
import tmi.gateway.route.Destination;
import tmi.gateway.route.Upstreams;

/// Hands a request that the door let in, and whose body is there, to its service.
@Singleton
class Forwarder {
  private final Upstreams upstreams;
  private final Connector connector;
  private final ProxyConfig config;
  private final Drain drain;

  @Inject
  Forwarder(Upstreams upstreams, Connector connector, ProxyConfig config, Drain drain) {
    this.upstreams = upstreams;
    this.connector = connector;
    this.config = config;
    this.drain = drain;
  }

  /// @param leave to be called when a WebSocket no longer counts as an open request
  void forward(
      RoutingContext context, Arrival arrival, Outsider outsider, Body body, Runnable leave) {
    HttpServerRequest request = context.request();
    String query = request.query() == null ? "" : "?" + RequestTarget.escaped(request.query());
    Passage passage =
        new Passage(
            context,
            upstreams.of(arrival.service()),
            RequestTarget.escaped(arrival.path()) + query,
            outsider,
            arrival.requestId(),
            body,
            patience(request.method(), arrival.path()),
            leave);
    if (passage.isUpgrade()) {
      new Tunnel(passage, drain.sockets()).start(connector);
      return;
    }
    if (drain.isClosing()) {
      request.response().putHeader("Connection", "close");
    }
    Runnable ended = drain.begun();
    context.addEndHandler(end -> ended.run());
    new Exchange(passage, connector).start();
  }

  private Duration patience(HttpMethod method, String path) {
    boolean deletesPerson =
        method == HttpMethod.DELETE && (path.equals("/me") || path.startsWith("/admin/users/"));
    return deletesPerson ? config.slowAnswerTimeout() : config.answerTimeout();
  }

  /// What the door found out about a request.
  ///
  /// @param path normalised
  record Arrival(Destination service, String path, String requestId) {}
}
