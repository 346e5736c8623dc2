package tmi.model.threat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import tmi.kernel.id.EntityTag;
import tmi.service.caller.CurrentCaller;

/// `/threat_models/{threat_model_id}/threats/bulk`: at most 20 threats, all or none.
@Path("/threat_models/{threat_model_id}/threats/bulk")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Threat Model Sub-Resources")
public class ThreatBulkResource {
  private final ThreatService threats;
  private final ThreatBulk bulk;
  private final CurrentCaller caller;

  ThreatBulkResource(ThreatService threats, ThreatBulk bulk, CurrentCaller caller) {
    this.threats = threats;
    this.bulk = bulk;
    this.caller = caller;
  }

  @POST
  @Operation(operationId = "bulkCreateThreatModelThreats")
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Threat.class)))
  public Uni<List<Threat>> create(
      @PathParam("threat_model_id") UUID modelId,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(type = SchemaType.ARRAY, implementation = NewThreat.class)))
          JsonNode items) {
    return threats.create(caller.get(), modelId, bulk.newOnes(items));
  }

  @PUT
  @Operation(operationId = "bulkUpdateThreatModelThreats")
  public Uni<List<Threat>> replace(
      @PathParam("threat_model_id") UUID modelId,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema =
                          @Schema(
                              type = SchemaType.ARRAY,
                              implementation = ThreatBulkUpdateItem.class)))
          JsonNode items) {
    EntityTag any = new EntityTag.Absent();
    return threats.replace(caller.get(), modelId, bulk.knownOnes(items), any);
  }

  @PATCH
  @Operation(operationId = "bulkPatchThreatModelThreats")
  public Uni<List<Threat>> patch(
      @PathParam("threat_model_id") UUID modelId, @NotNull @Valid ThreatPatches patches) {
    EntityTag any = new EntityTag.Absent();
    return threats.patch(caller.get(), modelId, ThreatBulk.patches(patches), any);
  }

  @DELETE
  @Operation(operationId = "bulkDeleteThreatModelThreats")
  public Uni<DeletedThreats> delete(
      @PathParam("threat_model_id") UUID modelId,
      @QueryParam("threat_ids")
          @Parameter(
              required = true,
              explode = Explode.FALSE,
              schema = @Schema(type = SchemaType.ARRAY, implementation = UUID.class))
          List<String> ids) {
    List<UUID> asked = ThreatBulk.ids(ids);
    return threats
        .delete(caller.get(), modelId, asked)
        .replaceWith(new DeletedThreats(asked.size(), asked));
  }
}
