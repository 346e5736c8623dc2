package tmi.gateway.guard;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import tmi.gateway.identity.Outsider;
import tmi.kernel.problem.Problem;

/// The guard's checks as the door needs them.
@Singleton
public class Guard {
  private final SecurityHeaders security;
  private final CrossOrigin crossOrigin;
  private final CrossSite crossSite;
  private final RateLimit rates;

  @Inject
  public Guard(
      SecurityHeaders security, CrossOrigin crossOrigin, CrossSite crossSite, RateLimit rates) {
    this.security = security;
    this.crossOrigin = crossOrigin;
    this.crossSite = crossSite;
    this.rates = rates;
  }

  /// Adds what every answer carries.
  public void dress(HttpServerRequest request, MultiMap headers) {
    security.addTo(headers);
    crossOrigin.addTo(headers, request.getHeader("Origin"));
  }

  /// Null when the request may go on.
  public Problem refusal(HttpServerRequest request) {
    Problem shape = RequestShape.refusal(request.method(), request.headers(), request.uri());
    return shape == null ? crossSite.refusal(request.method(), request.headers()) : shape;
  }

  public boolean counts(String path, Outsider outsider) {
    return rates.appliesTo(path, outsider);
  }

  /// Empty when the counting store is away and the path is none of signing in.
  public Future<Optional<Rate>> count(String path, Outsider outsider) {
    return rates.count(path, outsider);
  }
}
