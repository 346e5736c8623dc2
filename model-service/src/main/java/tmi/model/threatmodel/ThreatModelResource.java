package tmi.model.threatmodel;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import tmi.kernel.id.EntityTag;
import tmi.kernel.patch.JsonPatch;
import tmi.model.request.PatchStep;
import tmi.service.caller.CurrentCaller;

/// `/threat_models`.
@Path("/threat_models")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Threat Models")
public class ThreatModelResource {
  private final ThreatModelService models;
  private final ModelListRepository lists;
  private final DeletionService deletion;
  private final CurrentCaller caller;

  ThreatModelResource(
      ThreatModelService models,
      ModelListRepository lists,
      DeletionService deletion,
      CurrentCaller caller) {
    this.models = models;
    this.lists = lists;
    this.deletion = deletion;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listThreatModels")
  public Uni<ThreatModelList> list(@BeanParam AskedFilter query) {
    return lists.list(caller.get(), ModelFilter.of(query)).map(ThreatModelList::of);
  }

  @POST
  @Operation(operationId = "createThreatModel")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ThreatModel.class)))
  public Uni<RestResponse<ThreatModel>> create(@NotNull @Valid NewThreatModel model) {
    return models
        .create(caller.get(), model)
        .map(made ->
            ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .header("Location", "/threat_models/" + made.id())
                .header("ETag", EntityTag.of(made.version()))
                .build());
  }

  @GET
  @Operation(operationId = "getThreatModel")
  @Path("/{threat_model_id}")
  public Uni<RestResponse<ThreatModel>> get(@PathParam("threat_model_id") UUID id) {
    return models
        .held(caller.get(), id)
        .map(held -> tagged(held.model(), Validator.of(held.model(), held.role())));
  }

  @PUT
  @Operation(operationId = "updateThreatModel")
  @Path("/{threat_model_id}")
  public Uni<RestResponse<ThreatModel>> replace(
      @PathParam("threat_model_id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid NewThreatModel model) {
    return models
        .replace(caller.get(), id, model, EntityTag.ifMatch(ifMatch))
        .map(changed -> tagged(changed, EntityTag.of(changed.version())));
  }

  @PATCH
  @Operation(operationId = "patchThreatModel")
  @Path("/{threat_model_id}")
  @Consumes(MediaType.APPLICATION_JSON_PATCH_JSON)
  public Uni<RestResponse<ThreatModel>> patch(
      @PathParam("threat_model_id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(
              required = false,
              content =
                  @Content(
                      schema =
                          @Schema(
                              type = SchemaType.ARRAY,
                              implementation = PatchStep.class,
                              maxItems = 1000)))
          JsonNode patch) {
    return models
        .patch(caller.get(), id, JsonPatch.parse(patch), EntityTag.ifMatch(ifMatch))
        .map(changed -> tagged(changed, EntityTag.of(changed.version())));
  }

  @DELETE
  @Operation(operationId = "deleteThreatModel")
  @Path("/{threat_model_id}")
  public Uni<Void> delete(@PathParam("threat_model_id") UUID id) {
    return deletion.delete(caller.get(), id);
  }

  private static RestResponse<ThreatModel> tagged(ThreatModel model, String tag) {
    return ResponseBuilder.ok(model).header("ETag", tag).build();
  }
}
