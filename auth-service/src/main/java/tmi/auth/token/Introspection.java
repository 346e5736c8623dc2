package tmi.auth.token;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import tmi.kernel.identity.Caller;

/// What RFC 7662 says of a token.
@RegisterForReflection
public record Introspection(
    @NotNull boolean active,
    String sub,
    String email,
    String name,
    Long exp,
    Long iat,
    List<String> aud,
    String iss,
    String tokenType,
    String scope) {

  static Introspection inactive() {
    return new Introspection(false, null, null, null, null, null, null, null, null, null);
  }

  static Introspection active(Caller caller, String issuer) {
    return new Introspection(
        true,
        caller.providerId(),
        caller.email(),
        caller.name(),
        caller.expiresAt().getEpochSecond(),
        caller.issuedAt().getEpochSecond(),
        List.of(issuer),
        issuer,
        "bearer",
        "openid profile email");
  }
}
