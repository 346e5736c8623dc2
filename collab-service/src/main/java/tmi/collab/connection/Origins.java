package tmi.collab.connection;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tmi.service.start.BuildMode;

/// Which pages may open a socket: those of the suite itself and of the listed origins, compared
/// exactly by scheme, host and port. In development also those of this machine.
@ApplicationScoped
class Origins {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");
  private final Set<Origin> allowed = new HashSet<>();
  private final boolean development;

  private record Origin(String scheme, String host, int port) {
    static Optional<Origin> of(String text) {
      try {
        URI uri = URI.create(text.trim());
        if (uri.getScheme() == null || uri.getHost() == null) {
          return Optional.empty();
        }
        int usual = uri.getScheme().equals("https") ? 443 : 80;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        return Optional.of(new Origin(uri.getScheme(), uri.getHost(), port));
      } catch (IllegalArgumentException notAnAddress) {
        return Optional.empty();
      }
    }
  }

  Origins(ConnectionConfig config, BuildMode mode) {
    this.development = !mode.isProduction();
    config.baseUrl().flatMap(Origin::of).ifPresent(allowed::add);
    config.allowedOrigins().orElse(List.of()).forEach(o -> Origin.of(o).ifPresent(allowed::add));
  }

  /// True also without the header: only browsers send it.
  boolean mayConnect(HttpServerRequest request) {
    String header = request.getHeader("Origin");
    if (header == null) {
      return true;
    }
    return Origin.of(header)
        .map(origin ->
            allowed.contains(origin)
                || own(request).filter(origin::equals).isPresent()
                || (development && THIS_MACHINE.contains(origin.host())))
        .orElse(false);
  }

  /// The address that the request itself was sent to.
  private static Optional<Origin> own(HttpServerRequest request) {
    String host = request.getHeader("X-Forwarded-Host");
    String scheme = request.getHeader("X-Forwarded-Proto");
    return Origin.of(
        (scheme == null ? request.scheme() : scheme)
            + "://"
            + (host == null ? request.getHeader("Host") : host));
  }
}
