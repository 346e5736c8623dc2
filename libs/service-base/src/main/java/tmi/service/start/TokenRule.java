package tmi.service.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tmi.service.caller.TokenConfig;
import tmi.service.limit.LimitConfig;

/// The rules every service with callers shares: a strong secret where one is used, a public address
/// on TLS, limits in force.
@ApplicationScoped
class TokenRule implements StartRule {
  private static final int MIN_SECRET_BYTES = 32;
  private static final Set<String> PLACEHOLDERS =
      Set.of("secret", "your-secret-key", "changeme", "change-me", "password");
  private final TokenConfig token;
  private final LimitConfig limit;

  TokenRule(TokenConfig token, LimitConfig limit) {
    this.token = token;
    this.limit = limit;
  }

  @Override
  public List<String> refusals() {
    List<String> refusals = new ArrayList<>();
    if (token.algorithm() == TokenConfig.Algorithm.HS256 && isWeak(token.secret().orElse(""))) {
      refusals.add(
          "JWT_SECRET is a placeholder or shorter than 32 bytes; set it to at least 32 random"
              + " bytes, or remove it so that ES256 keys are used");
    }
    if (!token.issuer().startsWith("https://")) {
      refusals.add(
          "TMI_SERVER_BASE_URL must be the public https address of this installation, it is "
              + token.issuer());
    }
    if (limit.disabled()) {
      refusals.add("TMI_DISABLE_RATE_LIMITING is for development; remove it");
    }
    return refusals;
  }

  private static boolean isWeak(String secret) {
    return secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES
        || PLACEHOLDERS.contains(secret.toLowerCase(Locale.ROOT));
  }
}
