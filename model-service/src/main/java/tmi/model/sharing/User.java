package tmi.model.sharing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A person, as the contract shows one.
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record User(
    @NotNull @Schema(enumeration = "user") String principalType,
    @NotNull String provider,
    @NotNull String providerId,
    @NotNull String displayName,
    @NotNull @Schema(format = "email") String email) {}
