package tmi.auth.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import tmi.kernel.problem.Problem;
import tmi.service.limit.LimitConfig;
import tmi.service.start.BuildMode;

/// Lets a credential be tried, or refuses with 429 and `Retry-After`. Needs no store, so it holds
/// when Redis is away; the signed-in, whose tokens are right, go on then.
@ApplicationScoped
public class CredentialGuard {
  private static final int MOST_NAMES = 20_000;
  private final AttemptWindow credentials;
  private final AttemptWindow wrong;
  private final GuardConfig config;
  private final boolean disabled;
  private final boolean sparesLocal;
  private final Clock clock = Clock.systemUTC();

  CredentialGuard(GuardConfig config, LimitConfig limit, BuildMode mode) {
    this.credentials = new AttemptWindow(config.perCredential(), MOST_NAMES);
    this.wrong = new AttemptWindow(config.wrongPerAddress(), MOST_NAMES);
    this.config = config;
    this.disabled = limit.disabled();
    this.sparesLocal = !mode.isProduction();
  }

  /// Begins an attempt; fails with 429 when the address or the credential has used up its limit.
  ///
  /// @param realIp `X-Real-IP`, which the gateway sets to the nearest address that it does not
  ///   trust as a proxy; null without a gateway
  /// @param peer who is connected
  /// @param credential what is tried; null when the request brings none
  public Attempt begin(String realIp, String peer, String credential) {
    String address = ClientAddress.of(realIp, peer);
    boolean free = disabled || sparesLocal && ClientAddress.isLocal(address);
    Instant now = clock.instant();
    if (!free) {
      refuse(
          wrong.waitOf(address, now),
          "At most " + config.wrongPerAddress() + " wrong credentials a minute from one address");
    }
    if (!disabled && credential != null) {
      String name = fingerprint(credential);
      refuse(
          credentials.waitOf(name, now),
          "At most " + config.perCredential() + " attempts a minute with one credential");
      credentials.count(name, now);
    }
    return () -> {
      if (!free) {
        wrong.count(address, clock.instant());
      }
    };
  }

  private static void refuse(int wait, String sentence) {
    if (wait > 0) {
      throw Problem.tooMany(sentence, wait);
    }
  }

  /// Credentials are long, and nobody needs to find them in our memory.
  private static String fingerprint(String credential) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(credential.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
