package tmi.trial;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.UUID;

@Path("/orm/{model}/{id}")
public class OrmResource {
  private final OrmService service;

  OrmResource(OrmService service) {
    this.service = service;
  }

  @GET
  public Uni<Threat> get(UUID model, UUID id, @HeaderParam("X-User") UUID user) {
    return service.get(model, id, user);
  }

  @PATCH
  public Uni<Threat> patch(
      UUID model, UUID id, @HeaderParam("X-User") UUID user, PgResource.Patch patch) {
    return service.patch(model, id, user, patch.name());
  }
}
