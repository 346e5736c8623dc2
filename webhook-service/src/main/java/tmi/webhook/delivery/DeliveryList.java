package tmi.webhook.delivery;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.kernel.page.Page;

/// A page of deliveries, oldest first.
@Schema(name = "ListWebhookDeliveriesResponse")
public record DeliveryList(
    @NotNull List<Delivery> deliveries,
    @NotNull Long total,
    @NotNull Integer limit,
    @NotNull Integer offset) {

  static DeliveryList of(Page<Delivery> page) {
    return new DeliveryList(
        page.items(), page.total(), page.window().limit(), page.window().offset());
  }
}
