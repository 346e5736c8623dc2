package tmi.gateway.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tmi.gateway.route.RouteLabels;
import tmi.gateway.route.RouteTable;

/// How long requests took, from their head to the end of their answer: `http_server_requests` with
/// `method`, `uri`, `status` and `outcome`. Every label has few values, whatever outsiders send.
@Singleton
public class RequestMetrics {
  /// For a request whose address could not be read.
  public static final String NO_PATH = "";

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.OPTIONS,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE);

  private final MeterRegistry registry;
  private final RouteLabels labels;

  @Inject
  public RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
    labels = new RouteLabels(new RouteTable(), Operations.templates());
  }

  /// @param path normalised, or [#NO_PATH]
  /// @param status of the answer; 0 when the outsider left before it
  public void record(HttpMethod method, String path, int status, long nanos) {
    Timer.builder("http.server.requests")
        .tag("method", METHODS.contains(method) ? method.name() : "other")
        .tag("uri", path.equals(NO_PATH) ? "unreadable" : labels.of(path))
        .tag("status", status == 0 ? "left" : String.valueOf(status))
        .tag("outcome", outcome(status))
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private static String outcome(int status) {
    return switch (status / 100) {
      case 1 -> "INFORMATIONAL";
      case 2 -> "SUCCESS";
      case 3 -> "REDIRECTION";
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> "UNKNOWN";
    };
  }
}
