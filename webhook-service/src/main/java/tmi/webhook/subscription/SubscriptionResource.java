package tmi.webhook.subscription;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import tmi.service.caller.CurrentCaller;
import tmi.service.request.Asked;

@Path("/admin/webhooks/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class SubscriptionResource {
  private final CurrentCaller caller;
  private final SubscriptionService subscriptions;
  private final CreationService creation;
  private final TestService tests;

  SubscriptionResource(
      CurrentCaller caller,
      SubscriptionService subscriptions,
      CreationService creation,
      TestService tests) {
    this.caller = caller;
    this.subscriptions = subscriptions;
    this.creation = creation;
    this.tests = tests;
  }

  @GET
  @Operation(operationId = "listWebhookSubscriptions", summary = "Subscriptions, newest first")
  public Uni<SubscriptionList> list(
      @RestQuery("threat_model_id")
          @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          String model,
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
    return subscriptions.list(
        caller.get(), Asked.id("threat_model_id", model), Asked.window(limit, offset));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "createWebhookSubscription", summary = "Ask to hear of events")
  @APIResponseSchema(value = Subscription.class, responseCode = "201")
  public Uni<Subscription> create(@Valid @NotNull NewSubscription asked) {
    return creation.create(caller.get(), asked);
  }

  @GET
  @Path("/{webhook_id}")
  @Operation(operationId = "getWebhookSubscription", summary = "One subscription")
  public Uni<Subscription> get(@RestPath("webhook_id") UUID id) {
    return subscriptions.get(caller.get(), id);
  }

  @DELETE
  @Path("/{webhook_id}")
  @Operation(operationId = "deleteWebhookSubscription", summary = "Hear no more")
  public Uni<Void> delete(@RestPath("webhook_id") UUID id) {
    return subscriptions.delete(caller.get(), id);
  }

  @POST
  @Path("/{webhook_id}/test")
  @ResponseStatus(202)
  @Operation(operationId = "testWebhookSubscription", summary = "Send a test delivery")
  @APIResponseSchema(value = TestAnswer.class, responseCode = "202")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TestAnswer.class)))
  @RequestBody(required = false)
  public Uni<TestAnswer> test(@RestPath("webhook_id") UUID id, @Valid TestRequest asked) {
    return tests.test(caller.get(), id, asked);
  }
}
