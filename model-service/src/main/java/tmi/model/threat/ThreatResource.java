package tmi.model.threat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import tmi.kernel.id.EntityTag;
import tmi.kernel.patch.JsonPatch;
import tmi.model.request.PatchStep;
import tmi.service.caller.CurrentCaller;

/// `/threat_models/{threat_model_id}/threats`.
@Path("/threat_models/{threat_model_id}/threats")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Threat Model Sub-Resources")
public class ThreatResource {
  private final ThreatService threats;
  private final CurrentCaller caller;

  ThreatResource(ThreatService threats, CurrentCaller caller) {
    this.threats = threats;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "getThreatModelThreats")
  public Uni<ThreatList> list(
      @PathParam("threat_model_id") UUID modelId, @BeanParam AskedFilter query) {
    return threats.list(caller.get(), modelId, ThreatFilter.of(query)).map(ThreatList::of);
  }

  @POST
  @Operation(operationId = "createThreatModelThreat")
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = Threat.class)))
  public Uni<Threat> create(
      @PathParam("threat_model_id") UUID modelId, @NotNull @Valid NewThreat threat) {
    return threats
        .create(caller.get(), modelId, List.of(new ThreatItem(null, threat)))
        .map(List::getFirst);
  }

  @GET
  @Operation(operationId = "getThreatModelThreat")
  @Path("/{threat_id}")
  public Uni<RestResponse<Threat>> get(
      @PathParam("threat_model_id") UUID modelId, @PathParam("threat_id") UUID id) {
    return threats.get(caller.get(), modelId, id).map(List::of).map(ThreatResource::tagged);
  }

  @PUT
  @Operation(operationId = "updateThreatModelThreat")
  @Path("/{threat_id}")
  public Uni<RestResponse<Threat>> replace(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("threat_id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid NewThreat threat) {
    EntityTag tag = EntityTag.ifMatch(ifMatch);
    return threats
        .replace(caller.get(), modelId, List.of(new ThreatItem(id, threat)), tag)
        .map(ThreatResource::tagged);
  }

  @PATCH
  @Operation(operationId = "patchThreatModelThreat")
  @Path("/{threat_id}")
  @Consumes(MediaType.APPLICATION_JSON_PATCH_JSON)
  public Uni<RestResponse<Threat>> patch(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("threat_id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema =
                          @Schema(
                              type = SchemaType.ARRAY,
                              implementation = PatchStep.class,
                              maxItems = 1000)))
          JsonNode patch) {
    EntityTag tag = EntityTag.ifMatch(ifMatch);
    return threats
        .patch(caller.get(), modelId, Map.of(id, JsonPatch.parse(patch)), tag)
        .map(ThreatResource::tagged);
  }

  @DELETE
  @Operation(operationId = "deleteThreatModelThreat")
  @Path("/{threat_id}")
  public Uni<Void> delete(
      @PathParam("threat_model_id") UUID modelId, @PathParam("threat_id") UUID id) {
    return threats.delete(caller.get(), modelId, List.of(id));
  }

  private static RestResponse<Threat> tagged(List<Threat> threats) {
    Threat threat = threats.getFirst();
    return RestResponse.ResponseBuilder.ok(threat)
        .header("ETag", EntityTag.of(threat.version()))
        .build();
  }
}
