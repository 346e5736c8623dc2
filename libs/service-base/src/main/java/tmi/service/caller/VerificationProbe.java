package tmi.service.caller;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import tmi.kernel.identity.Caller;

/// Whether a request with a good token could be verified here, tried in this process with a token
/// that nobody else gets: a release in which that fails (an executable that lacks a class, a
/// setting that no token can meet) must not become ready, because it would refuse everybody. What
/// held once holds until the process ends.
@ApplicationScoped
public class VerificationProbe {
  private static final Logger LOG = Logger.getLogger(VerificationProbe.class);
  private static final int LIFE_MINUTES = 1;

  private final TokenVerifier verifier;
  private final VerificationKeys keys;
  private final TokenConfig config;
  private volatile boolean held;

  VerificationProbe(TokenVerifier verifier, VerificationKeys keys, TokenConfig config) {
    this.verifier = verifier;
    this.keys = keys;
    this.config = config;
  }

  /// True once a token of its own went through everything that a request's token goes through.
  public boolean holds() {
    if (!held) {
      held = tried();
    }
    return held;
  }

  private boolean tried() {
    UUID nobody = UUID.randomUUID();
    try {
      Caller caller =
          config.algorithm() == TokenConfig.Algorithm.HS256 ? bySecret(nobody) : byPair(nobody);
      return caller.userId().equals(nobody);
    } catch (JoseException | RuntimeException | LinkageError e) {
      // an executable that lacks a class fails by an Error, and that is what is looked for
      LOG.error("not ready: a token of this process's own could not be verified", e);
      return false;
    }
  }

  private Caller bySecret(UUID user) throws JoseException {
    Key secret = keys.secrets().getFirst();
    return verifier.tryOut(signed(user, secret), List.of(secret));
  }

  private Caller byPair(UUID user) throws JoseException {
    EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    return verifier.tryOut(signed(user, pair.getPrivateKey()), List.of(pair.getPublicKey()));
  }

  private String signed(UUID user, Key key) throws JoseException {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(config.issuer());
    claims.setAudience(config.issuer());
    claims.setSubject("probe");
    claims.setStringClaim(CallerClaims.USER, user.toString());
    claims.setStringClaim(CallerClaims.SESSION, user.toString());
    claims.setGeneratedJwtId();
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(LIFE_MINUTES);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(config.algorithm().name());
    signature.setKey(key);
    signature.setDoKeyValidation(false); // the development secret is short (FAQ)
    return signature.getCompactSerialization();
  }
}
