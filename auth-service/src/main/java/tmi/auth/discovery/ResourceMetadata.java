package tmi.auth.discovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// RFC 9728.
@RegisterForReflection
@Schema(name = "OAuthProtectedResourceMetadata")
public record ResourceMetadata(
    @NotNull String resource,
    List<String> scopesSupported,
    List<String> authorizationServers,
    String jwksUri,
    List<BearerMethod> bearerMethodsSupported,
    String resourceName,
    String resourceDocumentation,
    Boolean tlsClientCertificateBoundAccessTokens) {

  /// Where a token may stand in a request.
  public enum BearerMethod {
    @JsonProperty("header")
    HEADER,
    @JsonProperty("body")
    BODY,
    @JsonProperty("query")
    QUERY
  }
}
