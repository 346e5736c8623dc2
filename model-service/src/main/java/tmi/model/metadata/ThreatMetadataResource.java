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

/// `/threat_models/{threat_model_id}/threats/{threat_id}/metadata`.
@Path("/threat_models/{threat_model_id}/threats/{threat_id}/metadata")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Threat Model Sub-Resources")
public class ThreatMetadataResource {
  private final MetadataService metadata;
  private final CurrentCaller caller;

  ThreatMetadataResource(MetadataService metadata, CurrentCaller caller) {
    this.metadata = metadata;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "getThreatMetadata")
  public Uni<List<Metadata>> list(
      @PathParam("threat_model_id") UUID modelId, @PathParam("threat_id") UUID id) {
    return metadata.list(caller.get(), Place.ofThreat(modelId, id));
  }

  @POST
  @Operation(operationId = "createThreatMetadata")
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = Metadata.class)))
  public Uni<Metadata> add(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("threat_id") UUID id,
      @NotNull @Valid Metadata pair) {
    return metadata.add(caller.get(), Place.ofThreat(modelId, id), pair);
  }

  @POST
  @Operation(operationId = "bulkCreateThreatMetadata")
  @Path("/bulk")
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Metadata.class)))
  public Uni<List<Metadata>> addAll(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("threat_id") UUID id,
      @NotNull List<@NotNull @Valid Metadata> pairs) {
    return metadata.addAll(caller.get(), Place.ofThreat(modelId, id), pairs);
  }

  @PATCH
  @Operation(operationId = "bulkUpsertThreatMetadata")
  @Path("/bulk")
  public Uni<List<Metadata>> merge(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("threat_id") UUID id,
      @NotNull List<@NotNull @Valid Metadata> pairs) {
    return metadata.merge(caller.get(), Place.ofThreat(modelId, id), pairs);
  }

  @PUT
  @Operation(operationId = "bulkReplaceThreatMetadata")
  @Path("/bulk")
  public Uni<List<Metadata>> replace(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("threat_id") UUID id,
      @NotNull List<@NotNull @Valid Metadata> pairs) {
    return metadata.replace(caller.get(), Place.ofThreat(modelId, id), pairs);
  }

  @GET
  @Operation(operationId = "getThreatMetadataByKey")
  @Path("/{key}")
  public Uni<Metadata> get(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("threat_id") UUID id,
      @PathParam("key") String key) {
    return metadata.get(caller.get(), Place.ofThreat(modelId, id), key);
  }

  @PUT
  @Operation(operationId = "updateThreatMetadataByKey")
  @Path("/{key}")
  public Uni<Metadata> set(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("threat_id") UUID id,
      @PathParam("key") String key,
      @NotNull @Valid MetadataValue value) {
    return metadata.set(caller.get(), Place.ofThreat(modelId, id), key, value);
  }

  @DELETE
  @Operation(operationId = "deleteThreatMetadataByKey")
  @Path("/{key}")
  public Uni<Void> remove(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("threat_id") UUID id,
      @PathParam("key") String key) {
    return metadata.remove(caller.get(), Place.ofThreat(modelId, id), key);
  }
}
