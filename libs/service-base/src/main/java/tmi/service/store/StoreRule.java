package tmi.service.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tmi.service.start.StartRule;

/// What lies in the stores does not cross a network in the clear, unless the operator answers for
/// that network. A store on this machine crosses none.
@ApplicationScoped
class StoreRule implements StartRule {
  private static final String OR_TRUSTED =
      ", or say with TMI_STORES_TRUSTED_NETWORK=true that nobody else is on the network to it";

  private final StoreConfig config;

  StoreRule(StoreConfig config) {
    this.config = config;
  }

  @Override
  public List<String> refusals() {
    List<String> refusals = new ArrayList<>();
    if (config.databaseTls() == DatabaseTls.DISABLE && isOpen(config.databaseHost())) {
      refusals.add(
          "PostgreSQL at %s is spoken to without TLS; set DB_SSL_MODE=verify-full and DB_SSL_CA_FILE%s"
              .formatted(config.databaseHost(), OR_TRUSTED));
    }
    if (!config.redisTls() && isOpen(config.redisHost())) {
      refusals.add(
          "Redis at %s is spoken to without TLS; set REDIS_TLS=true and REDIS_TLS_CA_FILE%s"
              .formatted(config.redisHost(), OR_TRUSTED));
    }
    unreadable("DB_SSL_CA_FILE", config.databaseCaFile()).ifPresent(refusals::add);
    unreadable("REDIS_TLS_CA_FILE", config.redisCaFile()).ifPresent(refusals::add);
    return refusals;
  }

  private boolean isOpen(String host) {
    return !config.trustedNetwork() && !isThisMachine(host);
  }

  static boolean isThisMachine(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static Optional<String> unreadable(String setting, Optional<Path> file) {
    return file.filter(path -> !Files.isReadable(path))
        .map(path ->
            "%s is %s, which cannot be read; name a PEM file with the certificates to trust"
                .formatted(setting, path));
  }
}
