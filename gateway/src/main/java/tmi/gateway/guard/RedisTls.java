package tmi.gateway.guard;

import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.RedisOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Secures the line to Redis, and says when production would send addresses over it in the clear.
@ApplicationScoped
public class RedisTls implements RedisOptionsCustomizer {
  private final RedisConfig config;

  @Inject
  public RedisTls(RedisConfig config) {
    this.config = config;
  }

  @Override
  public void customize(String client, RedisOptions options) {
    if (!config.tls()) {
      return;
    }
    options.setEndpoints(
        options.getEndpoints().stream()
            .map(endpoint -> endpoint.replaceFirst("^redis:", "rediss:"))
            .toList());
    options.getNetClientOptions().setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
    config
        .caFile()
        .ifPresent(file ->
            options
                .getNetClientOptions()
                .setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
  }

  /// What production refuses, one sentence each with its cure. A Redis on this machine is reached
  /// over no network.
  static List<String> faults(RedisConfig config) {
    List<String> faults = new ArrayList<>();
    if (!config.tls() && !config.trustedNetwork() && !isThisMachine(config.host())) {
      faults.add(
          "Redis at %s is spoken to without TLS; set REDIS_TLS=true and REDIS_TLS_CA_FILE, or say with TMI_STORES_TRUSTED_NETWORK=true that nobody else is on the network to it"
              .formatted(config.host()));
    }
    config
        .caFile()
        .filter(file -> !Files.isReadable(file))
        .ifPresent(
            file -> faults.add("REDIS_TLS_CA_FILE is %s, which cannot be read".formatted(file)));
    return faults;
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }
}
