package tmi.launcher.service;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tmi.launcher.Checkout;
import tmi.launcher.secret.Secrets;

/// The variables of each service: what the user set, the wiring of this run, and development
/// settings where the user does not run another mode. Nobody is given a password or key that is
/// another's.
public final class ServiceEnvironment {

  private static final List<String> OTHERS_SECRETS =
      List.of(
          "TMI_KEY_ENCRYPTION_KEY",
          "TMI_KEY_ENCRYPTION_KEY_FILE",
          "TMI_WEBHOOK_SECRET_KEY",
          "TMI_WEBHOOK_SECRET_KEY_FILE");

  private static final String ROLE_PREFIX = "TMI_DB_ROLE_PREFIX";

  /// Services report variables that they do not know.
  private static final List<String> LAUNCHERS_OWN =
      List.of(
          "TMI_HOME",
          "TMI_DATA",
          "TMI_MAVEN",
          "TMI_MIGRATION_DB_HOST",
          "TMI_MIGRATION_DB_PORT",
          "TMI_MIGRATION_WAIT_SECONDS");

  private final Map<String, String> user;
  private final Checkout checkout;
  private final Secrets secrets;

  public ServiceEnvironment(Map<String, String> user, Checkout checkout, Secrets secrets) {
    this.user = Map.copyOf(user);
    this.checkout = checkout;
    this.secrets = secrets;
  }

  /// @param healthPort where it answers health questions; another port than `port` at the gateway
  public Map<String, String> of(ServiceName service, int port, int healthPort, Wiring wiring)
      throws IOException {
    var all = new HashMap<>(user);
    for (var other : ServiceName.values()) {
      all.remove(other.passwordVariable());
    }
    OTHERS_SECRETS.forEach(all::remove);
    LAUNCHERS_OWN.forEach(all::remove);
    development(all, service);
    all.put("SERVER_PORT", "" + port);
    all.put("TMI_SERVER_PORT", "" + port);
    all.put("TMI_SERVER_BASE_URL", wiring.baseUrl());
    if (service != ServiceName.GATEWAY) {
      // Nobody but the gateway is for the network.
      all.put("TMI_SERVER_INTERFACE", "127.0.0.1");
    }
    addStores(all, service, wiring);
    all.remove("TMI_MANAGEMENT_PORT");
    switch (service) {
      case AUTH -> addKey(all, "TMI_KEY_ENCRYPTION_KEY", "key-encryption.key");
      case WEBHOOK -> addKey(all, "TMI_WEBHOOK_SECRET_KEY", "webhook-secret.key");
      case GATEWAY -> {
        all.put("TMI_MANAGEMENT_PORT", "" + healthPort);
        addRoutes(all, wiring);
      }
      default -> {}
    }
    return Map.copyOf(all);
  }

  /// The passwords of the runtime roles, for the migration step alone.
  public Map<String, String> rolePasswords() throws IOException {
    var all = new HashMap<String, String>();
    for (var service : ServiceName.values()) {
      if (service.hasRole()) {
        all.put(service.passwordVariable(), passwordOf(service));
      }
    }
    return Map.copyOf(all);
  }

  private String passwordOf(ServiceName service) throws IOException {
    var given = user.get(service.passwordVariable());
    return given != null && !given.isEmpty() ? given : secrets.value(service.passwordFile());
  }

  private void development(Map<String, String> all, ServiceName service) {
    all.putIfAbsent("TMI_BUILD_MODE", "dev");
    if (all.get("TMI_BUILD_MODE").equals("production")) {
      return;
    }
    switch (service) {
      case AUTH -> all.putIfAbsent("OAUTH_PROVIDERS_TMI_ENABLED", "true");
      case WEBHOOK -> {
        all.putIfAbsent("TMI_WEBHOOK_ALLOW_HTTP_TARGETS", "true");
        all.putIfAbsent("TMI_WEBHOOK_ALLOW_LOOPBACK_TARGETS", "true");
      }
      default -> {}
    }
  }

  private void addStores(Map<String, String> all, ServiceName service, Wiring wiring)
      throws IOException {
    // Its own stores are on this machine and speak no TLS.
    if (!isSet("DB_HOST")) {
      all.keySet().removeIf(name -> name.startsWith("DB_SSL_"));
    }
    if (!isSet("REDIS_HOST")) {
      all.keySet().removeIf(name -> name.startsWith("REDIS_TLS"));
    }
    var stores = wiring.stores();
    all.put("REDIS_HOST", stores.redisHost());
    all.put("REDIS_PORT", "" + stores.redisPort());
    all.put("REDIS_PASSWORD", stores.redisPassword());
    if (!service.hasRole()) {
      all.keySet().removeIf(name -> name.startsWith("DB_"));
      return;
    }
    all.put("DB_HOST", stores.databaseHost());
    all.put("DB_PORT", "" + stores.databasePort());
    all.put("DB_NAME", stores.database());
    all.put("DB_USERNAME", wiring.singleRole() ? stores.user() : service.role(rolePrefix()));
    all.put("DB_PASSWORD", wiring.singleRole() ? stores.password() : passwordOf(service));
  }

  /// As the migration reads it.
  private String rolePrefix() {
    return isSet(ROLE_PREFIX) ? user.get(ROLE_PREFIX) : "tmi_";
  }

  /// A key that the user gave, as value or file, or else one of our own.
  private void addKey(Map<String, String> all, String variable, String own) throws IOException {
    var inFile = variable + "_FILE";
    if (isSet(variable)) {
      all.put(variable, user.get(variable));
    } else if (isSet(inFile)) {
      all.put(inFile, user.get(inFile));
    } else {
      all.put(inFile, secrets.file(own).toString());
    }
  }

  private void addRoutes(Map<String, String> all, Wiring wiring) {
    for (var service : ServiceName.values()) {
      if (service != ServiceName.GATEWAY) {
        all.put(
            service.urlsVariable(),
            wiring.ports().get(service).stream()
                .map(port -> "http://127.0.0.1:" + port)
                .collect(Collectors.joining(",")));
      }
    }
    all.putIfAbsent("TMI_WEB_ROOT", checkout.root().resolve("web/apps/studio/dist").toString());
  }

  private boolean isSet(String name) {
    return user.get(name) != null && !user.get(name).isEmpty();
  }
}
