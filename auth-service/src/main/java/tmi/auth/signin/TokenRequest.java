package tmi.auth.signin;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.kernel.problem.Problem;

/// What `/oauth2/token` was asked. Which members a grant needs is checked with the grant.
@RegisterForReflection
public record TokenRequest(
    @Schema(
            required = true,
            enumeration = {"authorization_code", "client_credentials", "refresh_token"})
        String grantType,
    @Schema(nullable = true) @Size(max = 8192) @Pattern(regexp = "^[\\x20-\\x7E]+$") String code,
    @Schema(nullable = true) @Size(max = 256) @Pattern(regexp = "^[a-zA-Z0-9_=-]*$") String state,
    @Schema(nullable = true) @Size(max = 1000) @Pattern(regexp = "^\\s*https?://\\S+\\s*$")
        String redirectUri,
    @Schema(nullable = true) @Size(min = 43, max = 128) @Pattern(regexp = "^[A-Za-z0-9\\-._~]+$")
        String codeVerifier,
    @Schema(nullable = true) String clientId,
    @Schema(nullable = true) String clientSecret,
    @Schema(nullable = true) String refreshToken) {

  /// The way to come by a token that is asked for; 400 `invalid_request` without one, 400
  /// `unsupported_grant_type` for one that nobody here knows (RFC 6749 section 5.2).
  Grant grant() {
    if (grantType == null || grantType.isBlank()) {
      throw new Problem(400, "invalid_request", "grant_type is needed");
    }
    return switch (grantType) {
      case "authorization_code" -> Grant.AUTHORIZATION_CODE;
      case "client_credentials" -> Grant.CLIENT_CREDENTIALS;
      case "refresh_token" -> Grant.REFRESH_TOKEN;
      default ->
          throw new Problem(
              400,
              "unsupported_grant_type",
              "grant_type must be authorization_code, refresh_token or client_credentials");
    };
  }

  /// What is tried with this request; null when it brings nothing.
  ///
  /// @param cookie the refresh token of the cookie, which stands in for one in the body; may be
  ///   null
  String credential(String cookie) {
    return switch (grant()) {
      case AUTHORIZATION_CODE -> code;
      case REFRESH_TOKEN -> refreshToken == null ? cookie : refreshToken;
      case CLIENT_CREDENTIALS -> clientId;
    };
  }

  /// The ways to come by a token.
  enum Grant {
    AUTHORIZATION_CODE,
    CLIENT_CREDENTIALS,
    REFRESH_TOKEN
  }
}
