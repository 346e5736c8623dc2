package tmi.service.caller;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/// The keys tokens are verified by, as this replica last read them.
@ApplicationScoped
public class VerificationKeys {
  private static final Logger LOG = Logger.getLogger(VerificationKeys.class);
  private final SharedSecrets secrets;
  private volatile Map<String, Key> byKid = Map.of();

  VerificationKeys(TokenConfig config) {
    this.secrets = SharedSecrets.of(config, Instant.now());
  }

  /// Replaces all published keys; true when that changed anything.
  public boolean replace(Map<String, String> jwkByKid) {
    if (jwkByKid.keySet().equals(byKid.keySet())) {
      return false;
    }
    byKid =
        jwkByKid.entrySet().stream()
            .collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey, this::key));
    LOG.infof("verification keys read count=%d", byKid.size());
    return true;
  }

  Key byKid(String kid) {
    return kid == null ? null : byKid.get(kid);
  }

  boolean hasPublished() {
    return !byKid.isEmpty();
  }

  /// The shared secrets that hold now, the present one first.
  List<Key> secrets() {
    return secrets.at(Instant.now());
  }

  private Key key(Map.Entry<String, String> jwk) {
    try {
      return ((PublicJsonWebKey) JsonWebKey.Factory.newJwk(jwk.getValue())).getPublicKey();
    } catch (JoseException e) {
      throw new IllegalStateException("published key " + jwk.getKey() + " cannot be read", e);
    }
  }
}
