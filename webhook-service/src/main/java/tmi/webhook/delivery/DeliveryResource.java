package tmi.webhook.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import tmi.service.caller.CurrentCaller;
import tmi.service.request.Asked;

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
      @RestQuery("subscription_id")
          @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          String subscription,
      @RestQuery
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "0",
                      maximum = "1000000000",
                      defaultValue = "0"))
          String offset,
      @RestQuery
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "100",
                      defaultValue = "20"))
          String limit) {
    return deliveries.list(
        caller.get(), Asked.id("subscription_id", subscription), Asked.window(limit, offset));
  }

  @GET
  @Path("/{delivery_id}")
  @Operation(operationId = "getWebhookDelivery", summary = "One delivery")
  public Uni<Delivery> get(@RestPath("delivery_id") UUID id) {
    return deliveries.get(caller.get(), id);
  }
}
