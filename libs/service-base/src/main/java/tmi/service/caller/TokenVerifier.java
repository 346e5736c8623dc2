package tmi.service.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;

/// Verifies access tokens: signature by the published key (or the shared secret), algorithm,
/// issuer, audience and time. Whether a token was revoked is asked elsewhere.
///
/// A verified token is remembered for a minute, because checking a signature costs more than a read
/// of a row; its expiry is checked at every use.
@ApplicationScoped
public class TokenVerifier {
  private static final int CLOCK_SKEW_SECONDS = 5;
  private static final long MAX_REMEMBERED = 20_000;

  private final VerificationKeys keys;
  private final TokenConfig config;
  private final Clock clock = Clock.systemUTC();
  private final Cache<String, Caller> verified =
      Caffeine.newBuilder()
          .maximumSize(MAX_REMEMBERED)
          .expireAfterWrite(Duration.ofMinutes(1))
          .executor(Runnable::run)
          .build();

  TokenVerifier(VerificationKeys keys, TokenConfig config) {
    this.keys = keys;
    this.config = config;
  }

  /// The caller of a token; [Problem] 401 when it does not hold.
  public Caller verify(String token) {
    return verify(token, this::candidates);
  }

  /// The whole way of [#verify] with keys that are not published; nothing of it is remembered.
  Caller tryOut(String token, List<Key> keys) {
    verify(token, text -> keys);
    try {
      return verify(token, text -> List.of());
    } finally {
      verified.invalidate(token);
    }
  }

  long remembered() {
    return verified.estimatedSize();
  }

  private Caller verify(String token, Function<String, List<Key>> candidates) {
    Caller known = verified.getIfPresent(token);
    Caller caller = known == null ? read(token, candidates.apply(token)) : known;
    if (!caller.expiresAt().isAfter(clock.instant())) {
      throw Problem.unauthorized();
    }
    if (known == null) {
      verified.put(token, caller);
    }
    return caller;
  }

  /// True when the token names a key this replica has not read yet, so a look at the published keys
  /// may help.
  public boolean namesUnknownKey(String token) {
    if (verified.getIfPresent(token) != null) {
      return false;
    }
    try {
      String kid = JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue();
      return config.algorithm() == TokenConfig.Algorithm.ES256
          && kid != null
          && keys.byKid(kid) == null;
    } catch (JoseException e) {
      return false;
    }
  }

  /// True when there is anything to verify a token by.
  public boolean hasKeys() {
    return config.algorithm() == TokenConfig.Algorithm.HS256 || keys.hasPublished();
  }

  /// Forgets what was verified; called when keys were replaced.
  public void forget() {
    verified.invalidateAll();
  }

  private Caller read(String token, List<Key> candidates) {
    for (Key key : candidates) {
      try {
        JwtClaims claims = consumer(key).processToClaims(token);
        return CallerClaims.read(claims);
      } catch (InvalidJwtException e) {
        continue; // the previous secret may still fit; when none does, the answer is 401
      }
    }
    throw Problem.unauthorized();
  }

  private List<Key> candidates(String token) {
    if (config.algorithm() == TokenConfig.Algorithm.HS256) {
      return keys.secrets();
    }
    try {
      Key key = keys.byKid(JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue());
      return key == null ? List.of() : List.of(key);
    } catch (JoseException e) {
      return List.of();
    }
  }

  private JwtConsumer consumer(Key key) {
    return new JwtConsumerBuilder()
        .setVerificationKey(key)
        .setRelaxVerificationKeyValidation() // FAQ: the development secret is `secret`
        .setJwsAlgorithmConstraints(
            new AlgorithmConstraints(ConstraintType.PERMIT, config.algorithm().name()))
        .setExpectedIssuer(config.issuer())
        .setExpectedAudience(config.issuer())
        .setRequireExpirationTime()
        .setRequireSubject()
        .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
        .build();
  }
}
