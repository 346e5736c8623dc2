package tmi.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import tmi.gateway.admission.Body;
import tmi.gateway.admission.BodyIntake;
import tmi.gateway.admission.OpenRequests;
import tmi.gateway.guard.Guard;
import tmi.gateway.guard.Refusal;
import tmi.gateway.identity.Outsider;
import tmi.gateway.identity.Outsiders;
import tmi.gateway.proxy.Forwarder.Arrival;
import tmi.kernel.problem.Problem;

/// What a request for a service must pass after its head was found good: open requests of its
/// address, its rate, its body. Only then is a service asked.
@Singleton
class Admittance {
  private static final Logger LOG = Logger.getLogger(Admittance.class);

  private final Guard guard;
  private final Outsiders outsiders;
  private final OpenRequests open;
  private final BodyIntake bodies;
  private final Forwarder forwarder;

  @Inject
  Admittance(
      Guard guard, Outsiders outsiders, OpenRequests open, BodyIntake bodies, Forwarder forwarder) {
    this.guard = guard;
    this.outsiders = outsiders;
    this.open = open;
    this.bodies = bodies;
    this.forwarder = forwarder;
  }

  void admit(RoutingContext context, Arrival arrival) {
    Outsider outsider = outsider(context.request());
    Runnable leave = open.enter(outsider);
    if (leave == null) {
      refuse(context, open.refusal());
      return;
    }
    context.addEndHandler(end -> leave.run());
    if (Passage.hasBody(context.request())) {
      context.request().pause(); // until somebody is there to take it
    }
    if (!guard.counts(arrival.path(), outsider)) {
      takeBody(context, arrival, outsider, leave);
      return;
    }
    guard
        .count(arrival.path(), outsider)
        .onSuccess(rate -> {
          MultiMap headers = context.response().headers();
          rate.ifPresent(counted -> counted.addTo(headers));
          if (rate.isPresent() && rate.get().isExceeded()) {
            refuse(context, rate.get().refusal());
          } else {
            takeBody(context, arrival, outsider, leave);
          }
        });
  }

  private void takeBody(
      RoutingContext context, Arrival arrival, Outsider outsider, Runnable leave) {
    Future<Body> coming =
        Passage.hasBody(context.request())
            ? bodies.read(context.request(), arrival.path(), outsider.address())
            : Future.succeededFuture(Body.none());
    coming
        .onSuccess(body -> {
          if (context.response().closed()) {
            body.release().run();
            return;
          }
          context.addEndHandler(end -> body.release().run());
          forwarder.forward(context, arrival, outsider, body, leave);
        })
        .onFailure(failure -> bodyRefused(context, failure));
  }

  private static void bodyRefused(RoutingContext context, Throwable failure) {
    if (failure instanceof Problem problem) {
      // Where the rest of the body would end is the sender's to say, and he need not.
      context.response().putHeader("Connection", "close");
      refuse(context, problem);
    } else {
      LOG.debugf("the sender left: %s", failure.getMessage());
    }
  }

  /// What is left of the body is read and dropped for a while, or the sender would see a reset
  /// connection in place of the answer.
  private static void refuse(RoutingContext context, Problem problem) {
    HttpServerRequest request = context.request();
    Refusal.answer(context.response(), problem);
    if (!request.isEnded()) {
      request.handler(dropped -> {}).resume();
    }
  }

  private Outsider outsider(HttpServerRequest request) {
    String host = request.authority() == null ? null : request.authority().toString();
    String peer = request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    return outsiders.of(request.headers(), peer, request.scheme(), host);
  }
}
