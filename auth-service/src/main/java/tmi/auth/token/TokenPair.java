package tmi.auth.token;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a sign-in or a refresh hands out.
@RegisterForReflection
@Schema(name = "AuthTokenResponse")
public record TokenPair(
    @NotNull String accessToken,
    @NotNull String refreshToken,
    @NotNull @Schema(enumeration = "bearer") String tokenType,
    @NotNull long expiresIn) {

  static TokenPair of(String accessToken, String refreshToken, long expiresIn) {
    return new TokenPair(accessToken, refreshToken, "bearer", expiresIn);
  }
}
