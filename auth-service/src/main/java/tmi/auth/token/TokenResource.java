package tmi.auth.token;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestCookie;
import tmi.auth.guard.Attempt;
import tmi.auth.guard.CredentialGuard;
import tmi.auth.session.SessionCookies;
import tmi.kernel.problem.Problem;
import tmi.service.caller.CurrentCaller;

/// Refreshing, revoking and asking about tokens.
@Path("/oauth2")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@Tag(name = "Authentication")
public class TokenResource {
  private final RefreshService refreshes;
  private final TokenStateService states;
  private final OAuthBodies bodies;
  private final CredentialGuard guard;
  private final SessionCookies cookies;
  private final CurrentCaller caller;

  TokenResource(
      RefreshService refreshes,
      TokenStateService states,
      OAuthBodies bodies,
      CredentialGuard guard,
      SessionCookies cookies,
      CurrentCaller caller) {
    this.refreshes = refreshes;
    this.states = states;
    this.bodies = bodies;
    this.guard = guard;
    this.cookies = cookies;
    this.caller = caller;
  }

  /// A new pair of tokens; the cookies go when there will never be one.
  @POST
  @Path("/refresh")
  @Operation(operationId = "refreshToken")
  public Uni<TokenPair> refresh(
      @RequestBody(required = false) @Valid RefreshRequest body,
      @Parameter(hidden = true) @RestCookie(SessionCookies.REFRESH) String cookie,
      @Context HttpServerRequest http,
      @Context HttpServerResponse response) {
    String token = Optional.ofNullable(body).map(RefreshRequest::refreshToken).orElse(cookie);
    if (token == null) {
      response.headers().add("Set-Cookie", cookies.cleared());
      throw RefreshService.refusal();
    }
    Attempt attempt = begin(http, token);
    return refreshes
        .refresh(token)
        .onFailure()
        .invoke(attempt::failed)
        .invoke(pair -> hand(pair, response))
        .onFailure(RefreshService::isFinal)
        .invoke(() -> response.headers().add("Set-Cookie", cookies.cleared()));
  }

  /// Ends a token. The caller shows a token of his own in the header: a cookie would let any page
  /// end it.
  @POST
  @Path("/revoke")
  @Consumes({APPLICATION_FORM_URLENCODED, APPLICATION_JSON})
  @Operation(operationId = "revokeToken")
  public Uni<Map<String, Object>> revoke(
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = APPLICATION_FORM_URLENCODED,
                    schema = @Schema(implementation = RevocationRequest.class)),
                @Content(
                    mediaType = APPLICATION_JSON,
                    schema = @Schema(implementation = RevocationRequest.class))
              })
          String body,
      @Parameter(hidden = true) @HeaderParam("Content-Type") String contentType,
      @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
      @Context HttpServerRequest http,
      @Context HttpServerResponse response) {
    RevocationRequest request = bodies.read(body, contentType, RevocationRequest.class);
    Attempt attempt = begin(http, request.token());
    if (authorization == null || caller.find().isEmpty()) {
      attempt.wasWrong();
      throw new Problem(401, "invalid_client", "Show a valid bearer token or client credentials");
    }
    return states
        .revoke(request.token())
        .invoke(() -> response.headers().add("Set-Cookie", cookies.cleared()))
        .replaceWith(Map.of());
  }

  /// Whether a token holds, and whose it is.
  @POST
  @Path("/introspect")
  @Consumes(APPLICATION_FORM_URLENCODED)
  @Operation(operationId = "introspectToken")
  public Uni<Introspection> introspect(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = APPLICATION_FORM_URLENCODED,
                      schema = @Schema(implementation = IntrospectionRequest.class)))
          String body,
      @Parameter(hidden = true) @HeaderParam("Content-Type") String contentType,
      @Context HttpServerRequest http) {
    String token = bodies.read(body, contentType, IntrospectionRequest.class).token();
    Attempt attempt = begin(http, token);
    return states
        .introspect(token)
        .invoke(said -> {
          if (!said.active()) {
            attempt.wasWrong();
          }
        });
  }

  private Attempt begin(HttpServerRequest http, String credential) {
    return guard.begin(http.getHeader("X-Real-IP"), http.remoteAddress().hostAddress(), credential);
  }

  private void hand(TokenPair pair, HttpServerResponse response) {
    response.headers().add("Set-Cookie", cookies.carrying(pair.accessToken(), pair.refreshToken()));
  }
}
