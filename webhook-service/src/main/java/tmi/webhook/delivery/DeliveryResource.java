package tmi.webhook.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import tmi.kernel.page.Window;
import tmi.service.caller.CurrentCaller;

@Path("/admin/webhooks/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class DeliveryResource {
  private final CurrentCaller caller;
  private final DeliveryService deliveries;

  DeliveryResource(CurrentCaller caller, DeliveryService deliveries) {
    this.caller = caller;
    this.deliveries = deliveries;
  }

  @GET
  @Operation(operationId = "listWebhookDeliveries", summary = "Deliveries, oldest first")
  public Uni<DeliveryList> list(
      @RestQuery("subscription_id") UUID subscription,
      @RestQuery @DefaultValue("0") @Min(0) @Max(Window.MAX_OFFSET) Integer offset,
      @RestQuery @DefaultValue("20") @Min(1) @Max(100) Integer limit) {
    return deliveries.list(caller.get(), subscription, new Window(limit, offset));
  }

  @GET
  @Path("/{delivery_id}")
  @Operation(operationId = "getWebhookDelivery", summary = "One delivery")
  public Uni<Delivery> get(@RestPath("delivery_id") UUID id) {
    return deliveries.get(caller.get(), id);
  }
}
