package tmi.gateway.guard;

import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// The headers that every answer carries (rest-behaviour section 3.1); a service may replace one.
@Singleton
public class SecurityHeaders {
  /// Ours needs no inline script and no eval, so neither is allowed.
  private static final String CONTENT_POLICY =
      "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' blob:;"
          + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  private final boolean encrypted;

  @Inject
  public SecurityHeaders(GuardConfig config) {
    encrypted = config.tls() || config.tlsTerminatedByProxy();
  }

  public void addTo(MultiMap headers) {
    headers
        .set("X-Content-Type-Options", "nosniff")
        .set("X-Frame-Options", "DENY")
        .set("X-XSS-Protection", "0")
        .set("Referrer-Policy", "strict-origin-when-cross-origin")
        .set("Cache-Control", "no-store, no-cache, must-revalidate")
        .set("Permissions-Policy", "geolocation=(), microphone=(), camera=()")
        .set("Content-Security-Policy", CONTENT_POLICY);
    if (encrypted) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
