package tmi.webhook.delivery;

import static tmi.service.uni.Plugs.orNotFound;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import tmi.kernel.identity.Caller;
import tmi.kernel.page.Window;
import tmi.webhook.administration.AdministrationService;

/// Deliveries as administrators look at them.
@ApplicationScoped
class DeliveryService {
  private final AdministrationService administration;
  private final DeliveryRepository deliveries;

  DeliveryService(AdministrationService administration, DeliveryRepository deliveries) {
    this.administration = administration;
    this.deliveries = deliveries;
  }

  Uni<DeliveryList> list(Caller caller, UUID subscription, Window window) {
    return administration
        .require(caller)
        .chain(() -> deliveries.page(subscription, window))
        .map(DeliveryList::of);
  }

  Uni<Delivery> get(Caller caller, UUID id) {
    return administration
        .require(caller)
        .chain(() -> deliveries.find(id))
        .plug(orNotFound("delivery", id));
  }
}
