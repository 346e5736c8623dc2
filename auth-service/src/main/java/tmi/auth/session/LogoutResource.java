package tmi.auth.session;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tmi.service.caller.CurrentCaller;

/// Leaving.
@Path("/me/logout")
@Tag(name = "Users")
public class LogoutResource {
  private final SessionService sessions;
  private final SessionCookies cookies;
  private final CurrentCaller caller;

  LogoutResource(SessionService sessions, SessionCookies cookies, CurrentCaller caller) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.caller = caller;
  }

  /// Ends the sign-in, its refresh tokens included, and takes the cookies away. A token of no
  /// sign-in ends alone.
  @POST
  @Operation(operationId = "logoutCurrentUser")
  @APIResponse(responseCode = "204", description = "No Content")
  public Uni<Void> logout(@Context HttpServerResponse response) {
    return sessions
        .end(caller.get())
        .invoke(() -> response.headers().add("Set-Cookie", cookies.cleared()));
  }
}
