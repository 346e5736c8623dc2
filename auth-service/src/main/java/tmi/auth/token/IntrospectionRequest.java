package tmi.auth.token;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A token to be asked about (RFC 7662).
@RegisterForReflection
@Schema(name = "TokenIntrospectionRequest")
public record IntrospectionRequest(
    @NotNull @Size(min = 1, max = 4096) @Pattern(regexp = "^[^\\x00-\\x1F]*$") String token,
    @Schema(nullable = true) @Size(max = 1000) String tokenTypeHint) {}
