package tmi.model.exchange;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import tmi.service.caller.CurrentCaller;

/// `/threat_models/{threat_model_id}/diagrams/{diagram_id}/model`.
@Path("/threat_models/{threat_model_id}/diagrams/{diagram_id}/model")
@Tag(name = "Threat Model Sub-Resources")
public class ExchangeResource {
  private final ExchangeService exchange;
  private final CurrentCaller caller;

  ExchangeResource(ExchangeService exchange, CurrentCaller caller) {
    this.exchange = exchange;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "getDiagramModel")
  @Produces("*/*")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = MinimalDiagramModel.class)),
        @Content(mediaType = "application/yaml", schema = @Schema(implementation = String.class)),
        @Content(
            mediaType = "application/graphml+xml",
            schema = @Schema(implementation = String.class))
      })
  public Uni<RestResponse<String>> model(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("diagram_id") UUID diagramId,
      @QueryParam("format") @Parameter(hidden = true) String format,
      @HeaderParam("Accept") @Parameter(hidden = true) String accept) {
    Format asked = Format.asked(format, accept);
    return exchange
        .minimal(caller.get(), modelId, diagramId)
        .map(model ->
            ResponseBuilder.ok(asked.write(model)).header("Content-Type", asked.type()).build());
  }
}
