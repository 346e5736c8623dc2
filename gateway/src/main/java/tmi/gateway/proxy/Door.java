package tmi.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import tmi.gateway.guard.Guard;
import tmi.gateway.guard.Refusal;
import tmi.gateway.identity.Outsider;
import tmi.gateway.identity.Outsiders;
import tmi.gateway.identity.RequestId;
import tmi.gateway.route.Destination;
import tmi.gateway.route.RouteTable;
import tmi.kernel.problem.Problem;

/// Where every request comes in. The order of the checks is the contract's (rest-behaviour section
/// 1, steps 2 to 8); what is left of them is the services' own.
@Singleton
class Door {
  private static final Logger LOG = Logger.getLogger(Door.class);
  private static final int BEFORE_ALL_OTHERS = -1000;

  private final RouteTable routes = new RouteTable();
  private final Guard guard;
  private final Outsiders outsiders;
  private final Forwarder forwarder;

  @Inject
  Door(Guard guard, Outsiders outsiders, Forwarder forwarder) {
    this.guard = guard;
    this.outsiders = outsiders;
    this.forwarder = forwarder;
  }

  void open(@Observes Router router) {
    router.route().order(BEFORE_ALL_OTHERS).handler(this::enter).failureHandler(Door::failed);
    router
        .route()
        .last()
        .handler(context ->
            Refusal.answer(
                context.response(), new Problem(404, "not_found", "There is nothing here")));
  }

  private static void failed(RoutingContext context) {
    boolean asked = context.statusCode() >= 400 && context.statusCode() < 500;
    if (!asked) {
      LOG.error("a request failed", context.failure());
    }
    Refusal.answer(
        context.response(),
        asked
            ? new Problem(context.statusCode(), "invalid_request", "The request cannot be read")
            : new Problem(500, "internal_server_error", "The gateway failed; it has been noted"));
  }

  private void enter(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = request.response();
    String requestId = RequestId.of(request.getHeader(RequestId.HEADER));
    guard.dress(request, response.headers());
    response.headers().set(RequestId.HEADER, requestId);
    if (request.method() == HttpMethod.OPTIONS) {
      response.setStatusCode(204).end();
      return;
    }
    Problem refusal = guard.refusal(request);
    if (refusal != null) {
      Refusal.answer(response, refusal);
      return;
    }
    String path = context.normalizedPath();
    Destination destination = routes.of(path);
    if (destination == Destination.GATEWAY) {
      context.next();
    } else if (path.endsWith("/")) {
      redirect(request, path);
    } else {
      forward(request, destination, path, requestId);
    }
  }

  private void forward(
      HttpServerRequest request, Destination service, String path, String requestId) {
    Outsider outsider = outsider(request);
    if (Passage.hasBody(request)) {
      request.pause(); // until somebody is there to take it
    }
    if (!guard.counts(path, outsider)) {
      forwarder.forward(request, service, path, outsider, requestId);
      return;
    }
    guard
        .count(path, outsider)
        .onSuccess(rate -> {
          MultiMap headers = request.response().headers();
          rate.ifPresent(counted -> counted.addTo(headers));
          if (rate.isPresent() && rate.get().isExceeded()) {
            request.resume();
            Refusal.answer(request.response(), rate.get().refusal());
          } else {
            forwarder.forward(request, service, path, outsider, requestId);
          }
        });
  }

  private Outsider outsider(HttpServerRequest request) {
    String host = request.authority() == null ? null : request.authority().toString();
    String peer = request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    return outsiders.of(request.headers(), peer, request.scheme(), host);
  }

  /// The contract's router forgives one slash too many.
  private static void redirect(HttpServerRequest request, String path) {
    String target = path.substring(0, path.length() - 1);
    boolean safe = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    request
        .response()
        .setStatusCode(safe ? 301 : 307)
        .putHeader("Location", request.query() == null ? target : target + "?" + request.query())
        .end();
  }
}
