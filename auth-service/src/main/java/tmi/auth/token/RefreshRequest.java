package tmi.auth.token;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A refresh token; absent when it comes as a cookie.
@RegisterForReflection
@Schema(name = "TokenRefreshRequest")
public record RefreshRequest(
    @Size(min = 1, max = 1000) @Pattern(regexp = "^[^\\x00-\\x1F]*$") String refreshToken) {}
