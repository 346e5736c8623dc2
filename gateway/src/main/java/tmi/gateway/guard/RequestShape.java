package tmi.gateway.guard;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;
import tmi.kernel.problem.Problem;

/// Refuses what no service would take: a foreign method, a critical header sent twice, an address
/// with a broken escape.
public final class RequestShape {
  /// For the `Allow` header of a refused method.
  public static final String ALLOWED = "GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS";

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.HEAD,
          HttpMethod.OPTIONS);

  private static final List<String> ONCE =
      List.of("Authorization", "Host", "Content-Type", "Content-Length");

  private RequestShape() {}

  /// Null when the request may go on.
  public static Problem refusal(HttpMethod method, MultiMap headers, String target) {
    if (!METHODS.contains(method)) {
      return new Problem(405, "method_not_allowed", "The method is not supported: " + ALLOWED);
    }
    for (String name : ONCE) {
      if (headers.getAll(name).size() > 1) {
        return new Problem(400, "duplicate_header", "The header " + name + " was sent twice");
      }
    }
    return RequestTarget.isReadable(target)
        ? null
        : new Problem(
            400,
            "invalid_request",
            "In the address every % must be followed by two hexadecimal digits");
  }
}
