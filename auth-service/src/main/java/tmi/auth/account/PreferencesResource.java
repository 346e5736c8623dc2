package tmi.auth.account;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import tmi.kernel.problem.Problem;
import tmi.service.caller.CurrentCaller;

/// What clients remember for a person.
@Path("/me/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "User Account")
public class PreferencesResource {
  private final PreferencesRepository repository;
  private final CurrentCaller caller;

  PreferencesResource(PreferencesRepository repository, CurrentCaller caller) {
    this.repository = repository;
    this.caller = caller;
  }

  /// All of them; an empty object when there are none.
  @GET
  @Operation(operationId = "getCurrentUserPreferences")
  public Uni<Map<String, Map<String, Object>>> get() {
    return repository.find(caller.get().userId());
  }

  /// Stores the first ones.
  @POST
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT, additionalProperties = OfClient.class)))
  @Operation(operationId = "createCurrentUserPreferences")
  public Uni<Map<String, Map<String, Object>>> create(Map<String, Map<String, Object>> body) {
    return repository
        .add(caller.get().userId(), Preferences.document(body))
        .invoke(added -> {
          if (!added) {
            throw Problem.conflict("conflict", "There are preferences already; use PUT");
          }
        })
        .replaceWith(body);
  }

  /// Puts these in the place of all there are.
  @PUT
  @Operation(operationId = "updateCurrentUserPreferences")
  public Uni<Map<String, Map<String, Object>>> replace(Map<String, Map<String, Object>> body) {
    return repository
        .put(caller.get().userId(), Preferences.document(body))
        .invoke(stored -> {
          if (!stored) {
            throw Problem.unauthorized();
          }
        })
        .replaceWith(body);
  }

  /// Whatever a client likes to remember.
  @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class)
  interface OfClient {}
}
