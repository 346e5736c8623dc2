package tmi.webhook.report;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import tmi.kernel.id.Ids;
import tmi.kernel.problem.Problem;
import tmi.service.caller.CurrentCaller;
import tmi.webhook.delivery.Delivery;

@Path("/webhook-deliveries/{delivery_id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Webhook Deliveries")
class ReportResource {
  private static final String SIGNATURE = "X-Webhook-Signature";

  private final CurrentCaller caller;
  private final ReportService reports;
  private final ReportReader reader;

  ReportResource(CurrentCaller caller, ReportService reports, ReportReader reader) {
    this.caller = caller;
    this.reports = reports;
    this.reader = reader;
  }

  @GET
  @Operation(operationId = "getWebhookDeliveryStatus", summary = "One delivery, for its receiver")
  @APIResponseSchema(value = Delivery.class, responseCode = "200")
  @APIResponse(ref = "Unauthorized", responseCode = "401")
  @APIResponse(ref = "Forbidden", responseCode = "403")
  public Uni<Delivery> get(
      @RestPath("delivery_id")
          @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          String id,
      @RestHeader(SIGNATURE) String signature,
      @Context HttpHeaders headers) {
    return reports.get(id(id), id, proof(signature, headers), caller.find());
  }

  @POST
  @Path("/status")
  @Operation(operationId = "updateWebhookDeliveryStatus", summary = "Report how far it is")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Report.class)))
  public Uni<ReportAnswer> report(
      @RestPath("delivery_id")
          @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          String id,
      @RestHeader(SIGNATURE) @Parameter(required = true) String signature,
      @Context HttpHeaders headers,
      byte[] body) {
    return reports.report(id(id), reader.read(body), body, proof(signature, headers));
  }

  private static UUID id(String text) {
    return Ids.parse(text).orElseThrow(() -> Problem.invalidId("delivery_id"));
  }

  private static Proof proof(String signature, HttpHeaders headers) {
    return new Proof(
        signature,
        headers.getHeaderString("webhook-id"),
        headers.getHeaderString("webhook-timestamp"),
        headers.getHeaderString("webhook-signature"));
  }
}
