package tmi.service.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// Where the stores are and how the lines to them are secured.
@ConfigMapping(prefix = "tmi.service.store")
public interface StoreConfig {
  /// Host of PostgreSQL (`DB_HOST`).
  @WithDefault("127.0.0.1")
  String databaseHost();

  /// Host of Redis (`REDIS_HOST`).
  @WithDefault("127.0.0.1")
  String redisHost();

  /// `disable`, `require` or `verify-full` (`DB_SSL_MODE`).
  @WithDefault("disable")
  DatabaseTls databaseTls();

  /// The certificates that PostgreSQL's may come from, PEM (`DB_SSL_CA_FILE`); absent: those that
  /// the JVM trusts.
  Optional<Path> databaseCaFile();

  /// Redis is reached by TLS, its certificate and host verified (`REDIS_TLS`).
  @WithDefault("false")
  boolean redisTls();

  /// The certificates that Redis' may come from, PEM (`REDIS_TLS_CA_FILE`); absent: those that the
  /// JVM trusts.
  Optional<Path> redisCaFile();

  /// Nobody else is on the network to the stores, says the operator (`TMI_STORES_TRUSTED_NETWORK`).
  @WithDefault("false")
  boolean trustedNetwork();
}
