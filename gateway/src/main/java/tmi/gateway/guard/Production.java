package tmi.gateway.guard;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import tmi.gateway.identity.IdentityConfig;

/// Refuses to start on settings that are wrong or, in production, insecure; names each and its
/// cure.
@ApplicationScoped
public class Production {
  private static final Logger LOG = Logger.getLogger(Production.class);

  private final GuardConfig config;
  private final IdentityConfig identity;
  private final RedisConfig redis;

  @Inject
  public Production(GuardConfig config, IdentityConfig identity, RedisConfig redis) {
    this.config = config;
    this.identity = identity;
    this.redis = redis;
  }

  void check(@Observes StartupEvent start) {
    List<String> faults = faults(config);
    if (config.buildMode() == BuildMode.PRODUCTION) {
      faults.addAll(RedisTls.faults(redis));
    }
    if (!faults.isEmpty()) {
      faults.forEach(fault -> LOG.errorf("refused to start: %s", fault));
      Quarkus.asyncExit(1);
      throw new PreventFurtherStepsException(); // before anything listens
    }
  }

  void warn(@Observes StartupEvent start) {
    boolean unknownProxy =
        config.tlsTerminatedByProxy() && identity.trustedProxies().orElse(List.of()).isEmpty();
    if (unknownProxy) {
      LOG.warn(
          "TMI_TRUSTED_PROXIES is not set: all people look like one address, the proxy's, and share"
              + " one limit of sign-ins, open requests and bodies; name the proxy's address or block");
    }
  }

  static List<String> faults(GuardConfig config) {
    List<String> faults = new ArrayList<>();
    config.allowedOrigins().orElse(List.of()).forEach(origin -> checkOrigin(origin, faults));
    if (config.tls()) {
      checkFile("TLS_CERT_FILE", config.tlsCertFile(), faults);
      checkFile("TLS_KEY_FILE", config.tlsKeyFile(), faults);
    }
    if (config.buildMode() == BuildMode.PRODUCTION) {
      checkProduction(config, faults);
    }
    return faults;
  }

  private static void checkProduction(GuardConfig config, List<String> faults) {
    if (config.disableRateLimiting()) {
      faults.add(
          "TMI_DISABLE_RATE_LIMITING is true; remove it, or set TMI_BUILD_MODE=dev on a machine"
              + " for development");
    }
    if (!config.tls() && !config.tlsTerminatedByProxy()) {
      faults.add(
          "TLS is off; set TLS_ENABLED=true with TLS_CERT_FILE and TLS_KEY_FILE, or say that a"
              + " proxy before the gateway ends TLS: TMI_TLS_TERMINATED_BY_PROXY=true");
    }
    if (!config.baseUrl().startsWith("https://")) {
      faults.add(
          "TMI_SERVER_BASE_URL is %s; set the public https:// address".formatted(config.baseUrl()));
    }
  }

  private static void checkOrigin(String origin, List<String> faults) {
    if (origin.contains("*")) {
      faults.add(
          "TMI_CORS_ALLOWED_ORIGINS contains '%s'; name each origin, such as https://tmi.example.com"
              .formatted(origin));
    } else if (!isOrigin(origin)) {
      faults.add(
          "TMI_CORS_ALLOWED_ORIGINS contains '%s'; an origin is scheme and host, such as"
                  .formatted(origin)
              + " https://tmi.example.com");
    }
  }

  private static boolean isOrigin(String origin) {
    try {
      URI uri = URI.create(origin.strip());
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void checkFile(String setting, Optional<String> file, List<String> faults) {
    if (file.isEmpty()) {
      faults.add("TLS_ENABLED is true but %s is not set; name the PEM file".formatted(setting));
    } else if (!Files.isReadable(Path.of(file.get()))) {
      faults.add("%s is %s, which cannot be read".formatted(setting, file.get()));
    }
  }
}
