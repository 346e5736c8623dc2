package tmi.model.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import tmi.kernel.id.EntityTag;
import tmi.kernel.patch.JsonPatch;
import tmi.model.request.PatchStep;
import tmi.service.caller.CurrentCaller;
import tmi.service.request.Asked;

/// `/threat_models/{threat_model_id}/diagrams`.
@Path("/threat_models/{threat_model_id}/diagrams")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Threat Model Sub-Resources")
public class DiagramResource {
  private final DiagramService diagrams;
  private final CurrentCaller caller;

  DiagramResource(DiagramService diagrams, CurrentCaller caller) {
    this.diagrams = diagrams;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "getThreatModelDiagrams")
  public Uni<DiagramList> list(
      @PathParam("threat_model_id") UUID modelId,
      @QueryParam("limit")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "100",
                      defaultValue = "20"))
          String limit,
      @QueryParam("offset")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "0",
                      maximum = "1000000000",
                      defaultValue = "0"))
          String offset,
      @QueryParam("include_deleted")
          @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          String includeDeleted) {
    boolean deletedToo = Boolean.TRUE.equals(Asked.flag("include_deleted", includeDeleted));
    return diagrams
        .list(caller.get(), modelId, Asked.window(limit, offset), deletedToo)
        .map(DiagramList::of);
  }

  @POST
  @Operation(operationId = "createThreatModelDiagram")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = DfdDiagram.class)))
  public Uni<RestResponse<DfdDiagram>> create(
      @PathParam("threat_model_id") UUID modelId, @NotNull @Valid NewDiagram diagram) {
    return diagrams
        .create(caller.get(), modelId, diagram)
        .map(made ->
            ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .header("Location", "/threat_models/" + modelId + "/diagrams/" + made.id())
                .header("ETag", EntityTag.of(made.version()))
                .build());
  }

  @GET
  @Operation(operationId = "getThreatModelDiagram")
  @Path("/{diagram_id}")
  public Uni<RestResponse<DfdDiagram>> get(
      @PathParam("threat_model_id") UUID modelId, @PathParam("diagram_id") UUID id) {
    return diagrams.get(caller.get(), modelId, id).map(DiagramResource::shown);
  }

  @PUT
  @Operation(operationId = "updateThreatModelDiagram")
  @Path("/{diagram_id}")
  public Uni<RestResponse<DfdDiagram>> replace(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("diagram_id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid DiagramInput diagram) {
    EntityTag tag = EntityTag.ifMatch(ifMatch);
    return diagrams.replace(caller.get(), modelId, id, diagram, tag).map(DiagramResource::tagged);
  }

  @PATCH
  @Operation(operationId = "patchThreatModelDiagram")
  @Path("/{diagram_id}")
  @Consumes(MediaType.APPLICATION_JSON_PATCH_JSON)
  public Uni<RestResponse<DfdDiagram>> patch(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("diagram_id") UUID id,
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
    return diagrams
        .patch(caller.get(), modelId, id, JsonPatch.parse(patch), tag)
        .map(DiagramResource::tagged);
  }

  @DELETE
  @Operation(operationId = "deleteThreatModelDiagram")
  @Path("/{diagram_id}")
  public Uni<Void> delete(
      @PathParam("threat_model_id") UUID modelId, @PathParam("diagram_id") UUID id) {
    return diagrams.delete(caller.get(), modelId, id);
  }

  /// Cells that are drawn live raise the number of the content, and the version stays.
  private static RestResponse<DfdDiagram> shown(Held held) {
    DfdDiagram diagram = held.diagram();
    String rest = held.role().word() + diagram.updateVector();
    return tagged(diagram, EntityTag.of(diagram.version(), rest));
  }

  private static RestResponse<DfdDiagram> tagged(DfdDiagram diagram) {
    return tagged(diagram, EntityTag.of(diagram.version()));
  }

  private static RestResponse<DfdDiagram> tagged(DfdDiagram diagram, String tag) {
    return ResponseBuilder.ok(diagram).header("ETag", tag).build();
  }
}
