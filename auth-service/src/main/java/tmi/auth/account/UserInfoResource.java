package tmi.auth.account;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tmi.service.caller.CurrentCaller;

/// Who am I, in the words of OpenID Connect?
@Path("/oauth2/userinfo")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
public class UserInfoResource {
  private final AccountService service;
  private final CurrentCaller caller;

  UserInfoResource(AccountService service, CurrentCaller caller) {
    this.service = service;
    this.caller = caller;
  }

  /// The account as claims.
  @GET
  @Operation(operationId = "getCurrentUser")
  public Uni<UserInfo> userInfo() {
    return service.userInfo(caller.get());
  }
}
