package tmi.auth.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is to end (RFC 7009).
///
/// @param tokenTypeHint may be wrong: the token is looked for everywhere
@RegisterForReflection
@Schema(name = "TokenRevocationRequest")
public record RevocationRequest(
    @NotNull @Size(min = 1, max = 4096) @Pattern(regexp = "^[^\\x00-\\x1F]*$") String token,
    @Schema(nullable = true) Hint tokenTypeHint,
    @Schema(nullable = true) @Size(max = 256) String clientId,
    @Schema(nullable = true) @Size(max = 256) String clientSecret) {

  /// What the client takes the token for.
  public enum Hint {
    @JsonProperty("access_token")
    ACCESS_TOKEN,
    @JsonProperty("refresh_token")
    REFRESH_TOKEN
  }
}
