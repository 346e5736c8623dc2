package tmi.auth.discovery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import tmi.auth.key.KeyService;
import tmi.service.caller.TokenConfig;

/// What a client can find out by itself.
@Path("/.well-known")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OIDC Discovery")
public class DiscoveryResource {
  private static final String AN_HOUR = "public, max-age=3600";
  private final KeyService keys;
  private final Documents documents;

  DiscoveryResource(KeyService keys, TokenConfig config) {
    this.keys = keys;
    this.documents = new Documents(config.issuer(), config.algorithm().name());
  }

  /// OpenID Connect Discovery.
  @GET
  @Path("/openid-configuration")
  @ResponseHeader(name = "Cache-Control", value = AN_HOUR)
  @Operation(operationId = "getOpenIDConfiguration")
  public OpenIdConfiguration openId() {
    return documents.openId();
  }

  /// RFC 8414.
  @GET
  @Path("/oauth-authorization-server")
  @ResponseHeader(name = "Cache-Control", value = AN_HOUR)
  @Operation(operationId = "getOAuthAuthorizationServerMetadata")
  public ServerMetadata server() {
    return documents.server();
  }

  /// RFC 9728.
  @GET
  @Path("/oauth-protected-resource")
  @ResponseHeader(name = "Cache-Control", value = AN_HOUR)
  @Operation(operationId = "getOAuthProtectedResourceMetadata")
  @Tag(name = "OAuth Discovery")
  public ResourceMetadata resource() {
    return documents.resource();
  }

  /// The public keys.
  @GET
  @Path("/jwks.json")
  @ResponseHeader(name = "Cache-Control", value = AN_HOUR)
  @Operation(operationId = "getJWKS")
  public Uni<KeySet> keys() {
    return keys.listPublished()
        .map(jwks -> new KeySet(jwks.stream().map(DiscoveryResource::key).toList()));
  }

  private static KeySet.PublicKey key(JsonObject jwk) {
    return new KeySet.PublicKey(
        jwk.getString("kty"),
        jwk.getString("use"),
        jwk.getString("alg"),
        jwk.getString("kid"),
        List.of("verify"),
        jwk.getString("crv"),
        jwk.getString("x"),
        jwk.getString("y"));
  }
}
