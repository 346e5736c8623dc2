package tmi.gateway.guard;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the door lets in.
@ConfigMapping(prefix = "tmi.gateway.guard")
public interface GuardConfig {
  /// The kind of installation (`TMI_BUILD_MODE`).
  @WithDefault("production")
  BuildMode buildMode();

  /// Origins of web applications elsewhere that may call with credentials
  /// (`TMI_CORS_ALLOWED_ORIGINS`); in development any port of localhost besides.
  Optional<List<String>> allowedOrigins();

  /// The largest body of a request.
  @WithDefault("2M")
  MemorySize bodyLimit();

  /// The largest body of an import.
  @WithDefault("20M")
  MemorySize importLimit();

  /// All limits off; development and test only (`TMI_DISABLE_RATE_LIMITING`).
  @WithDefault("false")
  boolean disableRateLimiting();

  /// Requests a minute of one address to `/.well-known/`; 0 means 10 (`TMI_RATELIMIT_PUBLIC_RPM`).
  @WithDefault("10")
  int discoveryPerMinute();

  /// Requests a minute of one address to the endpoints of signing in.
  @WithDefault("100")
  int signInPerMinute();

  /// How long the counting store may take before this replica counts by itself.
  @WithDefault("250ms")
  Duration countingTimeout();

  /// The gateway serves TLS itself (`TLS_ENABLED`).
  @WithDefault("false")
  boolean tls();

  /// The certificate, PEM (`TLS_CERT_FILE`).
  Optional<String> tlsCertFile();

  /// Its key, PEM (`TLS_KEY_FILE`).
  Optional<String> tlsKeyFile();

  /// A proxy before the gateway ends TLS (`TMI_TLS_TERMINATED_BY_PROXY`).
  @WithDefault("false")
  boolean tlsTerminatedByProxy();

  /// The public address of the suite (`TMI_SERVER_BASE_URL`).
  @WithDefault("http://127.0.0.1:8080")
  String baseUrl();
}
