package tmi.gateway.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// How the line to the store that counts requests is secured.
@ConfigMapping(prefix = "tmi.gateway.redis")
public interface RedisConfig {
  /// Host of Redis (`REDIS_HOST`).
  @WithDefault("127.0.0.1")
  String host();

  /// Redis is reached by TLS, its certificate and host verified (`REDIS_TLS`).
  @WithDefault("false")
  boolean tls();

  /// The certificates that Redis' may come from, PEM (`REDIS_TLS_CA_FILE`); absent: those that the
  /// JVM trusts.
  Optional<Path> caFile();

  /// Nobody else is on the network to Redis, says the operator (`TMI_STORES_TRUSTED_NETWORK`).
  @WithDefault("false")
  boolean trustedNetwork();
}
