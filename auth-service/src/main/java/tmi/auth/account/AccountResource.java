package tmi.auth.account;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tmi.service.caller.CurrentCaller;

/// Who am I?
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
public class AccountResource {
  private final AccountService service;
  private final CurrentCaller caller;

  AccountResource(AccountService service, CurrentCaller caller) {
    this.service = service;
    this.caller = caller;
  }

  /// The account with what its owner may do.
  @GET
  @Operation(operationId = "getCurrentUserProfile")
  public Uni<Me> me() {
    return service.me(caller.get());
  }

  /// The groups one is directly in.
  @GET
  @Path("/groups")
  @Operation(operationId = "listMyGroups")
  public Uni<MyGroups> groups() {
    return service.myGroups(caller.get());
  }
}
