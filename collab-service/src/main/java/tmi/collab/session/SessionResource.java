package tmi.collab.session;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import tmi.service.caller.CurrentCaller;

/// The live session of a diagram over REST.
@Path("/")
@Tag(name = "Collaboration")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionResource {
  private static final String OF_DIAGRAM =
      "threat_models/{threat_model_id}/diagrams/{diagram_id}/collaborate";
  private final SessionService sessions;
  private final PublicAddress address;
  private final CurrentCaller caller;

  SessionResource(SessionService sessions, PublicAddress address, CurrentCaller caller) {
    this.sessions = sessions;
    this.address = address;
    this.caller = caller;
  }

  @GET
  @Path(OF_DIAGRAM)
  @Operation(operationId = "getDiagramCollaborationSession")
  public Uni<CollaborationSession> get(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("diagram_id") UUID diagramId,
      @Context HttpServerRequest request) {
    return sessions.get(caller.get(), modelId, diagramId).map(seen -> shown(seen, request));
  }

  @POST
  @Path(OF_DIAGRAM)
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "createDiagramCollaborationSession")
  @APIResponseSchema(
      value = CollaborationSession.class,
      responseCode = "200",
      responseDescription = "The session that is on")
  @APIResponse(
      responseCode = "201",
      description = "A new session",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CollaborationSession.class)))
  public Uni<RestResponse<CollaborationSession>> start(
      @PathParam("threat_model_id") UUID modelId,
      @PathParam("diagram_id") UUID diagramId,
      @Context HttpServerRequest request) {
    return sessions
        .start(caller.get(), modelId, diagramId)
        .map(started ->
            RestResponse.ResponseBuilder.create(
                    started.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                    shown(started.seen(), request))
                .build());
  }

  @DELETE
  @Path(OF_DIAGRAM)
  @Consumes(MediaType.WILDCARD)
  @ResponseStatus(204)
  @Operation(operationId = "endDiagramCollaborationSession")
  public Uni<Void> end(
      @PathParam("threat_model_id") UUID modelId, @PathParam("diagram_id") UUID diagramId) {
    return sessions.end(caller.get(), modelId, diagramId);
  }

  @GET
  @Path("me/sessions")
  @Operation(operationId = "getCurrentUserSessions")
  public Uni<List<CollaborationSession>> list(@Context HttpServerRequest request) {
    return sessions
        .list(caller.get())
        .map(all -> all.stream().map(seen -> shown(seen, request)).toList());
  }

  private CollaborationSession shown(SessionService.Seen seen, HttpServerRequest request) {
    return CollaborationSession.of(
        seen.session(), seen.participants(), address.of(seen.session(), request));
  }
}
