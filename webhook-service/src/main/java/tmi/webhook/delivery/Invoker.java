package tmi.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The person who invoked an add-on.
@Schema(name = "User")
public record Invoker(
    @NotNull @Schema(implementation = String.class, enumeration = "user")
        PrincipalType principalType,
    @NotNull String provider,
    @NotNull String providerId,
    @NotNull String displayName,
    @NotNull @Schema(format = "email") String email) {

  /// Only people invoke.
  public enum PrincipalType {
    @JsonProperty("user")
    USER
  }
}
