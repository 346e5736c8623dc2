package tmi.auth.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.lang.JoseException;
import tmi.service.caller.TokenConfig.Algorithm;

/// Elliptic-curve keys for ES256.
final class EcKeys {
  private EcKeys() {}

  static KeyPair newPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  static PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  /// The public part as a JWK (RFC 7517); its `kid` is its thumbprint (RFC 7638).
  static Map<String, Object> publicJwk(KeyPair pair) throws JoseException {
    JsonWebKey jwk = JsonWebKey.Factory.newJwk(pair.getPublic());
    Map<String, Object> members = new TreeMap<>(jwk.toParams(OutputControlLevel.PUBLIC_ONLY));
    members.put("kid", jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
    members.put("alg", Algorithm.ES256.name());
    members.put("use", "sig");
    members.put("key_ops", List.of("verify"));
    return members;
  }
}
