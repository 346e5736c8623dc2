package tmi.auth.discovery;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/// RFC 7517.
@RegisterForReflection
public record KeySet(@NotNull List<PublicKey> keys) {

  /// One key. `crv`, `x` and `y` are what a verifier computes with.
  @RegisterForReflection
  public record PublicKey(
      @NotNull String kty,
      @NotNull String use,
      @NotNull String alg,
      @NotNull String kid,
      List<String> keyOps,
      String crv,
      String x,
      String y) {}
}
