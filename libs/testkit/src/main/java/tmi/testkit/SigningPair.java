package tmi.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/// An ES256 key and what it signs, written by hand so that a fault of the library that the services
/// use cannot hide itself.
final class SigningPair {

  private static final int COORDINATE_BYTES = 32;

  private final ObjectMapper json = new ObjectMapper();
  private final String kid;
  private final KeyPair pair;

  SigningPair(String kid) {
    this.kid = kid;
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String kid() {
    return kid;
  }

  String publicJwk() {
    var point = ((ECPublicKey) pair.getPublic()).getW();
    return write(
        Map.of(
            "kty", "EC",
            "crv", "P-256",
            "use", "sig",
            "alg", "ES256",
            "kid", kid,
            "x", encode(coordinate(point.getAffineX().toByteArray())),
            "y", encode(coordinate(point.getAffineY().toByteArray()))));
  }

  String sign(Map<String, Object> claims) {
    var header = write(Map.of("typ", "JWT", "alg", "ES256", "kid", kid));
    var signed = encode(bytes(header)) + "." + encode(bytes(write(claims)));
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(bytes(signed));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As long as the curve says, without the sign byte and with leading zeros.
  private static byte[] coordinate(byte[] number) {
    var fixed = new byte[COORDINATE_BYTES];
    var digits =
        number.length > COORDINATE_BYTES
            ? Arrays.copyOfRange(number, number.length - COORDINATE_BYTES, number.length)
            : number;
    System.arraycopy(digits, 0, fixed, COORDINATE_BYTES - digits.length, digits.length);
    return fixed;
  }

  private String write(Map<String, Object> object) {
    try {
      return json.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
