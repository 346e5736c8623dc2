package tmi.model.metadata;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import tmi.service.caller.CurrentCaller;

/// `/threat_models/{threat_model_id}/metadata`.
@Path("/threat_models/{threat_model_id}/metadata")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Threat Model Sub-Resources")
public class ThreatModelMetadataResource {
  private final MetadataService metadata;
  private final CurrentCaller caller;

  ThreatModelMetadataResource(MetadataService metadata, CurrentCaller caller) {
    this.metadata = metadata;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "getThreatModelMetadata")
  public Uni<List<Metadata>> list(@PathParam("threat_model_id") UUID modelId) {
    return metadata.list(caller.get(), Place.ofModel(modelId));
  }

  @POST
  @Operation(operationId = "createThreatModelMetadata")
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = Metadata.class)))
  public Uni<Metadata> add(
      @PathParam("threat_model_id") UUID modelId, @NotNull @Valid Metadata pair) {
    return metadata.add(caller.get(), Place.ofModel(modelId), pair);
  }

  @POST
  @Operation(operationId = "bulkCreateThreatModelMetadata")
  @Path("/bulk")
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Metadata.class)))
  public Uni<List<Metadata>> addAll(
      @PathParam("threat_model_id") UUID modelId, @NotNull List<@NotNull @Valid Metadata> pairs) {
    return metadata.addAll(caller.get(), Place.ofModel(modelId), pairs);
  }

  @PATCH
  @Operation(operationId = "bulkUpsertThreatModelMetadata")
  @Path("/bulk")
  public Uni<List<Metadata>> merge(
      @PathParam("threat_model_id") UUID modelId, @NotNull List<@NotNull @Valid Metadata> pairs) {
    return metadata.merge(caller.get(), Place.ofModel(modelId), pairs);
  }

  @PUT
  @Operation(operationId = "bulkReplaceThreatModelMetadata")
  @Path("/bulk")
  public Uni<List<Metadata>> replace(
      @PathParam("threat_model_id") UUID modelId, @NotNull List<@NotNull @Valid Metadata> pairs) {
    return metadata.replace(caller.get(), Place.ofModel(modelId), pairs);
  }

  @GET
  @Operation(operationId = "getThreatModelMetadataByKey")
  @Path("/{key}")
  public Uni<Metadata> get(
      @PathParam("threat_model_id") UUID modelId, @PathParam("key") String key) {
    return metadata.get(caller.get(), Place.ofModel(modelId), key);
  }

  @PUT
  @Operation(operationId = "updateThreatModelMetadataByKey")
  @Path("/{key}")
  public Uni<Metadata> set(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("key") String key,
      @NotNull @Valid MetadataValue value) {
    return metadata.set(caller.get(), Place.ofModel(modelId), key, value);
  }

  @DELETE
  @Operation(operationId = "deleteThreatModelMetadataByKey")
  @Path("/{key}")
  public Uni<Void> remove(
      @PathParam("threat_model_id") UUID modelId, @PathParam("key") String key) {
    return metadata.remove(caller.get(), Place.ofModel(modelId), key);
  }
}
