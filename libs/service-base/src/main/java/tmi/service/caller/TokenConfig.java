package tmi.service.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// How access tokens are made and checked (architecture section 3, "Tokens").
@ConfigMapping(prefix = "tmi.token")
public interface TokenConfig {
  /// Issuer and audience of every token: the suite's public address (`TMI_SERVER_BASE_URL`).
  @WithDefault("http://localhost:8080")
  String issuer();

  /// Shared secret of HS256 (`JWT_SECRET`); with it and no signing method named, HS256 is the one
  /// accepted algorithm.
  Optional<String> secret();

  /// The secret before the last change: still verifies until [#previousSecretUntil()]
  /// (`JWT_SECRET_PREVIOUS`).
  Optional<String> previousSecret();

  /// When the secret before the last change ends, RFC 3339 (`JWT_SECRET_PREVIOUS_UNTIL`);
  /// production wants it, and not more than 48 hours ahead. Absent: 48 hours after the start of the
  /// process.
  Optional<String> previousSecretUntil();

  /// `ES256` or `HS256` (`TMI_JWT_SIGNING_METHOD`); absent: HS256 when a secret is set, else ES256.
  Optional<String> signingMethod();

  /// The one accepted algorithm.
  default Algorithm algorithm() {
    return signingMethod()
        .map(Algorithm::valueOf)
        .orElse(secret().isPresent() ? Algorithm.HS256 : Algorithm.ES256);
  }

  /// The algorithms the suite signs with.
  enum Algorithm {
    ES256,
    HS256
  }
}
