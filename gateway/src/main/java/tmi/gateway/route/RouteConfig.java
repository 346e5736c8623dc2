package tmi.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// Where the services are.
@ConfigMapping(prefix = "tmi.gateway.route")
public interface RouteConfig {
  /// Addresses of auth-service's replicas (`TMI_AUTH_URLS`).
  @WithDefault("http://127.0.0.1:8081")
  List<String> auth();

  /// Addresses of model-service's replicas (`TMI_MODEL_URLS`).
  @WithDefault("http://127.0.0.1:8082")
  List<String> model();

  /// Addresses of collab-service's replicas (`TMI_COLLAB_URLS`).
  @WithDefault("http://127.0.0.1:8083")
  List<String> collab();

  /// Addresses of webhook-service's replicas (`TMI_WEBHOOK_URLS`).
  @WithDefault("http://127.0.0.1:8084")
  List<String> webhook();

  /// How long a replica that refused a connection is asked last.
  @WithDefault("2s")
  Duration rest();
}
