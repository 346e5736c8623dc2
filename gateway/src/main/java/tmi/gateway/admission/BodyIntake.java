package tmi.gateway.admission;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import tmi.gateway.guard.BodyLimit;

/// Reads bodies before a service is asked: a sender who takes his time holds some bytes here, and
/// no service's connection.
@Singleton
public class BodyIntake {
  private final Vertx vertx;
  private final AdmissionConfig config;
  private final BodyLimit limits;
  private final Quota held;

  @Inject
  public BodyIntake(Vertx vertx, AdmissionConfig config, BodyLimit limits) {
    this.vertx = vertx;
    this.config = config;
    this.limits = limits;
    held =
        new Quota(
            room(config.bodies().asLongValue(), Runtime.getRuntime().maxMemory()),
            config.bodiesOfAddress().asLongValue());
  }

  /// The body, or a failure with a [Problem]: 408 too slow, 413 too large, 429 or 503 no room. The
  /// rest of a refused body is dropped as it comes. The request may be paused.
  public Future<Body> read(HttpServerRequest request, String path, String address) {
    long limit = limits.of(path);
    String told = request.getHeader("Content-Length");
    if (told != null && Long.parseLong(told) > limit) {
      request.handler(dropped -> {}).resume();
      return Future.failedFuture(BodyLimit.refusal(limit));
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    Pace pace =
        new Pace(
            limits.isImport(path) ? config.importTimeout() : config.bodyTimeout(),
            config.leastRate().asLongValue(),
            config.paceCheck());
    return new BodyReading(vertx, request, new HeldBytes(held, address), pace, limit).start();
  }

  /// What was set, but no more than the heap bears: a body that grows takes up to thrice its bytes
  /// for a moment.
  static long room(long set, long heap) {
    return Math.min(set, heap / 5);
  }

  /// Bytes of bodies that are held just now.
  long held() {
    return held.held();
  }
}
