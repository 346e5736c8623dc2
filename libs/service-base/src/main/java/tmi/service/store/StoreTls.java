package tmi.service.store;

import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TCPSSLOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.redis.client.RedisOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;

/// Puts the settings of [StoreConfig] into the options of both clients.
@ApplicationScoped
public class StoreTls implements RedisOptionsCustomizer {
  /// Compares the certificate with the host's name, as browsers do.
  private static final String BY_HOST = "HTTPS";

  private final StoreConfig config;

  StoreTls(StoreConfig config) {
    this.config = config;
  }

  /// Secures a connection to PostgreSQL. The client's own VERIFY_FULL takes no certificates of the
  /// JVM, so that mode is made of its parts.
  public void secure(PgConnectOptions options) {
    switch (config.databaseTls()) {
      case DISABLE -> {}
      case REQUIRE -> options.setSslMode(SslMode.REQUIRE).setTrustAll(true);
      case VERIFY_FULL -> {
        options.setSslMode(SslMode.REQUIRE).setHostnameVerificationAlgorithm(BY_HOST);
        trust(options, config.databaseCaFile());
      }
    }
  }

  @Override
  public void customize(String client, RedisOptions options) {
    if (!config.redisTls()) {
      return;
    }
    options.setEndpoints(
        options.getEndpoints().stream()
            .map(endpoint -> endpoint.replaceFirst("^redis:", "rediss:"))
            .toList());
    options.getNetClientOptions().setSsl(true).setHostnameVerificationAlgorithm(BY_HOST);
    trust(options.getNetClientOptions(), config.redisCaFile());
  }

  private static void trust(TCPSSLOptions options, Optional<Path> authorities) {
    authorities.ifPresent(
        file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
  }
}
