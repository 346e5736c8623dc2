package tmi.auth.signin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestQuery;
import tmi.auth.guard.Attempt;
import tmi.auth.guard.CredentialGuard;
import tmi.auth.session.SessionCookies;
import tmi.auth.token.OAuthBodies;
import tmi.auth.token.RefreshService;
import tmi.auth.token.TokenPair;

/// The client's half of the code flow, and the other grants.
@Path("/oauth2/token")
@Produces(APPLICATION_JSON)
@Tag(name = "Authentication")
public class ExchangeResource {
  private final GrantService grants;
  private final OAuthBodies bodies;
  private final CredentialGuard guard;
  private final SessionCookies cookies;

  ExchangeResource(
      GrantService grants, OAuthBodies bodies, CredentialGuard guard, SessionCookies cookies) {
    this.grants = grants;
    this.bodies = bodies;
    this.guard = guard;
    this.cookies = cookies;
  }

  /// A pair of tokens for a code, a refresh token or client credentials.
  @POST
  @Consumes({APPLICATION_JSON, APPLICATION_FORM_URLENCODED})
  @Operation(operationId = "exchangeOAuthCode")
  public Uni<TokenPair> token(
      @RestQuery @Size(max = 100) @Pattern(regexp = "^[a-zA-Z][a-zA-Z0-9_-]*$") String idp,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = APPLICATION_JSON,
                    schema = @Schema(implementation = TokenRequest.class)),
                @Content(
                    mediaType = APPLICATION_FORM_URLENCODED,
                    schema = @Schema(implementation = TokenRequest.class))
              })
          String body,
      @Parameter(hidden = true) @HeaderParam("Content-Type") String contentType,
      @Parameter(hidden = true) @RestCookie(SessionCookies.REFRESH) String cookie,
      @Context HttpServerRequest http,
      @Context HttpServerResponse response) {
    TokenRequest request = bodies.read(body, contentType, TokenRequest.class);
    Attempt attempt =
        guard.begin(
            http.getHeader("X-Real-IP"),
            http.remoteAddress().hostAddress(),
            request.credential(cookie));
    return Uni.createFrom()
        .deferred(() -> grants.grant(request, idp, Optional.ofNullable(cookie)))
        .onFailure()
        .invoke(attempt::failed)
        .invoke(pair ->
            response
                .headers()
                .add("Set-Cookie", cookies.carrying(pair.accessToken(), pair.refreshToken())))
        .onFailure(failure -> isRefresh(request) && RefreshService.isFinal(failure))
        .invoke(() -> response.headers().add("Set-Cookie", cookies.cleared()));
  }

  private static boolean isRefresh(TokenRequest request) {
    return request.grant() == TokenRequest.Grant.REFRESH_TOKEN;
  }
}
