package tmi.auth.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `/oauth2/token` was asked. Which members a grant needs is checked with the grant.
@RegisterForReflection
public record TokenRequest(
    @NotNull Grant grantType,
    @Schema(nullable = true) @Size(max = 8192) @Pattern(regexp = "^[\\x20-\\x7E]+$") String code,
    @Schema(nullable = true) @Size(max = 256) @Pattern(regexp = "^[a-zA-Z0-9_=-]*$") String state,
    @Schema(nullable = true) @Size(max = 1000) @Pattern(regexp = "^\\s*https?://\\S+\\s*$")
        String redirectUri,
    @Schema(nullable = true) @Size(min = 43, max = 128) @Pattern(regexp = "^[A-Za-z0-9\\-._~]+$")
        String codeVerifier,
    @Schema(nullable = true) String clientId,
    @Schema(nullable = true) String clientSecret,
    @Schema(nullable = true) String refreshToken) {

  /// The ways to come by a token.
  public enum Grant {
    @JsonProperty("authorization_code")
    AUTHORIZATION_CODE,
    @JsonProperty("client_credentials")
    CLIENT_CREDENTIALS,
    @JsonProperty("refresh_token")
    REFRESH_TOKEN
  }
}
