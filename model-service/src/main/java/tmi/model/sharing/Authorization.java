package tmi.model.sharing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One line of a threat model's access list, as it is shown.
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Authorization(
    @NotNull @Schema(enumeration = {"user", "group"}) String principalType,
    @NotNull String provider,
    @NotNull String providerId,
    String displayName,
    @Schema(format = "email") String email,
    @NotNull @Schema(enumeration = {"reader", "writer", "owner"}) String role) {}
