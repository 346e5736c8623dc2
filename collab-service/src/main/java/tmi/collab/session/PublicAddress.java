package tmi.collab.session;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Where outsiders reach the sockets: the configured public address, else what the proxy or the
/// request itself says.
@ApplicationScoped
public class PublicAddress {
  private final Optional<String> configured;

  PublicAddress(SessionConfig config) {
    this.configured = config.baseUrl().filter(url -> !url.isBlank());
  }

  /// The absolute socket address of a session.
  String of(LiveSession session, HttpServerRequest request) {
    return base(request)
        + "/threat_models/"
        + session.modelId()
        + "/diagrams/"
        + session.diagramId()
        + "/ws?session_id="
        + session.id();
  }

  private String base(HttpServerRequest request) {
    String http = configured.orElseGet(() -> asked(request)).replaceAll("/+$", "");
    return http.startsWith("http") ? "ws" + http.substring("http".length()) : http;
  }

  private static String asked(HttpServerRequest request) {
    String host = first(request.getHeader("X-Forwarded-Host"));
    String scheme = first(request.getHeader("X-Forwarded-Proto"));
    return (scheme == null ? request.scheme() : scheme)
        + "://"
        + (host == null ? request.authority().toString() : host);
  }

  private static String first(String header) {
    return header == null || header.isBlank() ? null : header.split(",", 2)[0].trim();
  }
}
