package tmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes tokens that nobody should take, out of a good one.
final class TokenForge {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Order of the curve P-256.
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private final String header;
  private final String claims;
  private final String signature;

  TokenForge(String token) {
    String[] parts = token.split("\\.");
    header = parts[0];
    claims = parts[1];
    signature = parts[2];
  }

  /// The same claims under another head, with the old signature or none.
  String withHead(Consumer<ObjectNode> change, boolean signed) {
    return head(change) + "." + claims + "." + (signed ? signature : "");
  }

  String withClaims(Consumer<ObjectNode> change) {
    return header + "." + changed(claims, change) + "." + signature;
  }

  String withSignature(byte[] bytes) {
    return header + "." + claims + "." + encode(bytes);
  }

  /// HMAC with something that everybody knows as its key.
  String macOf(String algorithm, byte[] key) {
    String content = head(head -> head.put("alg", algorithm)) + "." + claims;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return content + "." + encode(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Signed with a key of our own, which the head offers by `change`.
  String ownKey(boolean offered) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair own = generator.generateKeyPair();
      String content =
          head(head -> {
            if (offered) {
              head.set("jwk", jwk((ECPublicKey) own.getPublic()));
              head.remove("kid");
            }
          })
              + "."
              + claims;
      Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
      signer.initSign(own.getPrivate());
      signer.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encode(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The other signature that ECDSA takes for the same content: r and n - s.
  String malleated() {
    byte[] bytes = Base64.getUrlDecoder().decode(signature);
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64));
    byte[] other = ORDER.subtract(s).toByteArray();
    byte[] changed = Arrays.copyOf(bytes, 64);
    Arrays.fill(changed, 32, 64, (byte) 0);
    int length = Math.min(32, other.length);
    System.arraycopy(other, other.length - length, changed, 64 - length, length);
    return withSignature(changed);
  }

  private String head(Consumer<ObjectNode> change) {
    return changed(header, change);
  }

  private static JsonNode jwk(ECPublicKey key) {
    return JSON.createObjectNode()
        .put("kty", "EC")
        .put("crv", "P-256")
        .put("x", encode(unsigned(key.getW().getAffineX())))
        .put("y", encode(unsigned(key.getW().getAffineY())));
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return fixed;
  }

  private static String changed(String part, Consumer<ObjectNode> change) {
    try {
      ObjectNode node = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(part));
      change.accept(node);
      return encode(node.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
