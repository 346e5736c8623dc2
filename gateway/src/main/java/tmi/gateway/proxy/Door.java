package tmi.gateway.proxy;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import tmi.gateway.guard.Guard;
import tmi.gateway.guard.Refusal;
import tmi.gateway.identity.RequestId;
import tmi.gateway.metric.RequestMetrics;
import tmi.gateway.proxy.Forwarder.Arrival;
import tmi.gateway.route.Destination;
import tmi.gateway.route.RouteTable;
import tmi.gateway.server.PublicRouter;
import tmi.kernel.problem.Problem;

/// Where every request comes in. The order of the checks is the contract's (rest-behaviour section
/// 1, steps 2 to 8); what is left of them is the services' own.
@Singleton
class Door {
  private static final Logger LOG = Logger.getLogger(Door.class);
  private static final int BEFORE_ALL_OTHERS = -1000;

  private final RouteTable routes = new RouteTable();
  private final Guard guard;
  private final Admittance admittance;
  private final RequestMetrics metrics;

  @Inject
  Door(Guard guard, Admittance admittance, RequestMetrics metrics) {
    this.guard = guard;
    this.admittance = admittance;
    this.metrics = metrics;
  }

  void open(@Observes PublicRouter door) {
    Router router = door.router();
    router.route().order(BEFORE_ALL_OTHERS).handler(this::enter).failureHandler(Door::failed);
    // What fails before or beside a route's own handler.
    List.of(400, 404, 405, 406, 413, 415, 500)
        .forEach(status -> router.errorHandler(status, Door::failed));
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
    Problem refusal = request.method() == HttpMethod.OPTIONS ? null : guard.refusal(request);
    String path = refusal == null ? pathOf(context) : RequestMetrics.NO_PATH;
    measure(context, path);
    if (request.method() == HttpMethod.OPTIONS) {
      response.setStatusCode(204).end();
    } else if (refusal != null) {
      Refusal.answer(response, refusal);
    } else {
      pass(context, path, requestId);
    }
  }

  private void pass(RoutingContext context, String path, String requestId) {
    Destination destination = routes.of(path);
    if (destination == Destination.GATEWAY) {
      context.next();
    } else if (path.endsWith("/")) {
      redirect(context.request(), path);
    } else {
      admittance.admit(context, new Arrival(destination, path, requestId));
    }
  }

  /// Of a preflight the path may be anything; nobody is asked for it.
  private static String pathOf(RoutingContext context) {
    boolean hasPath = context.request().method() != HttpMethod.OPTIONS;
    return hasPath ? context.normalizedPath() : RequestMetrics.NO_PATH;
  }

  private void measure(RoutingContext context, String path) {
    long begin = System.nanoTime();
    context.addEndHandler(end ->
        metrics.record(
            context.request().method(),
            path,
            end.succeeded() ? context.response().getStatusCode() : 0,
            System.nanoTime() - begin));
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
