package tmi.service.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tmi.service.caller.SharedSecrets;
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
  private final Clock clock = Clock.systemUTC();

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
    if (token.algorithm() == TokenConfig.Algorithm.HS256 && token.previousSecret().isPresent()) {
      refusals.addAll(ofPrevious(token.previousSecret().get()));
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

  /// Whoever knows a weak one forges tokens, however strong the present one is.
  private List<String> ofPrevious(String secret) {
    List<String> refusals = new ArrayList<>();
    if (isWeak(secret)) {
      refusals.add(
          "JWT_SECRET_PREVIOUS is a placeholder or shorter than 32 bytes; remove it, and tokens of"
              + " that secret end at once");
    }
    if (secret.equals(token.secret().orElse(""))) {
      refusals.add("JWT_SECRET_PREVIOUS is the same as JWT_SECRET; remove it");
    }
    Instant latest = clock.instant().plus(SharedSecrets.GRACE);
    if (token.previousSecretUntil().isEmpty()) {
      refusals.add(
          "JWT_SECRET_PREVIOUS has no end; set JWT_SECRET_PREVIOUS_UNTIL to a time within the next"
              + " 48 hours, such as "
              + latest.minus(SharedSecrets.GRACE.dividedBy(2)).truncatedTo(ChronoUnit.MINUTES));
    } else if (SharedSecrets.time(token.previousSecretUntil().get()).isAfter(latest)) {
      refusals.add("JWT_SECRET_PREVIOUS_UNTIL is more than 48 hours ahead; set it nearer");
    }
    return refusals;
  }

  private static boolean isWeak(String secret) {
    return secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES
        || PLACEHOLDERS.contains(secret.toLowerCase(Locale.ROOT));
  }
}
