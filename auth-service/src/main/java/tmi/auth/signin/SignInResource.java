package tmi.auth.signin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import tmi.auth.token.TokenPair;

/// The browser's half of the code flow.
@Path("/oauth2")
@Produces(APPLICATION_JSON)
@Tag(name = "Authentication")
public class SignInResource {
  private final AuthorizeService service;

  SignInResource(AuthorizeService service) {
    this.service = service;
  }

  /// Starts a sign-in.
  @GET
  @Path("/authorize")
  @Operation(operationId = "authorizeOAuthProvider")
  @APIResponse(
      responseCode = "302",
      description = "Found",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)))
  public Uni<RestResponse<Void>> authorize(
      @RestQuery @Size(max = 100) @Pattern(regexp = "^[a-zA-Z][a-zA-Z0-9_-]*$") String idp,
      @RestQuery("client_callback") @Size(max = 1000) @Pattern(regexp = "^https?://\\S+$")
          String clientCallback,
      @RestQuery String state,
      @Schema(maxLength = 254, pattern = "^[a-zA-Z0-9._%+-]+$") @RestQuery("login_hint")
          String loginHint,
      @RestQuery
          @NotNull
          @Size(max = 256)
          @Pattern(regexp = "^[a-zA-Z0-9_][a-zA-Z0-9_ ]*[a-zA-Z0-9_]$")
          String scope,
      @Schema(minLength = 43, maxLength = 128, pattern = "^[A-Za-z0-9\\-._~]{43,128}$")
          @Parameter(required = true)
          @RestQuery("code_challenge")
          String codeChallenge,
      @Schema(enumeration = "S256", pattern = "^S256$")
          @Parameter(required = true)
          @RestQuery("code_challenge_method")
          String codeChallengeMethod,
      @Parameter(hidden = true) @RestQuery("response_type") String type) {
    AuthorizeRequest request =
        new AuthorizeRequest(
            idp, scope, type, clientCallback, state, loginHint, codeChallenge, codeChallengeMethod);
    return service.authorize(request).map(SignInResource::found);
  }

  /// Where identity providers send people back to.
  @GET
  @Path("/callback")
  @Operation(operationId = "handleOAuthCallback")
  @APIResponse(
      responseCode = "200",
      description = "Not sent by this server, which always redirects; other servers may",
      content = @Content(schema = @Schema(implementation = TokenPair.class)))
  @APIResponse(
      responseCode = "302",
      description = "Found",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)))
  public Uni<RestResponse<Void>> callback(
      @Parameter(required = true, description = "Absent only when the provider refused")
          @RestQuery
          @Size(min = 1, max = 4096)
          @Pattern(regexp = "^[ -~]+$")
          String code,
      @RestQuery String state,
      @Parameter(hidden = true) @RestQuery @Size(max = 200) @Pattern(regexp = "^[a-z_]+$")
          String error) {
    return service.callback(code, AuthorizeRequest.state(state), error).map(SignInResource::found);
  }

  /// A HEAD would use a sign-in up without anybody seeing where it leads.
  @HEAD
  @Path("/{half: authorize|callback}")
  @Operation(hidden = true)
  public void head() {
    throw new NotAllowedException("GET", new String[] {"OPTIONS"});
  }

  private static RestResponse<Void> found(String address) {
    return RestResponse.ResponseBuilder.<Void>create(Status.FOUND.getStatusCode())
        .header("Location", address)
        .build();
  }
}
