package tmi.gateway.route;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The replicas of every service, as configured.
@Singleton
public class Upstreams {
  private final Map<Destination, Replicas> services = new EnumMap<>(Destination.class);

  @Inject
  public Upstreams(RouteConfig config) {
    put(Destination.AUTH, config.auth(), config);
    put(Destination.MODEL, config.model(), config);
    put(Destination.COLLAB, config.collab(), config);
    put(Destination.WEBHOOK, config.webhook(), config);
  }

  public Replicas of(Destination service) {
    return services.get(service);
  }

  /// Of all services.
  public Collection<Replicas> all() {
    return services.values();
  }

  private void put(Destination service, List<String> urls, RouteConfig config) {
    List<Replica> replicas = urls.stream().filter(url -> !url.isBlank()).map(Replica::at).toList();
    services.put(service, new Replicas(replicas, config.rest(), System::nanoTime));
  }
}
