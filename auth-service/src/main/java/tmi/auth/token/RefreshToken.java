package tmi.auth.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A new refresh token. Only its hash is stored, so the table is of no use to a thief.
record RefreshToken(String text, Instant expiresAt) {
  private static final String HMAC = "HmacSHA256";

  byte[] hash() {
    return hash(text);
  }

  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The text of the token that follows: always the same for the same token and salt, and nobody
  /// can tell it who lacks one of them. In the form of a random UUID, as every refresh token.
  static String successor(String token, byte[] salt) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), HMAC));
      ByteBuffer bits = ByteBuffer.wrap(mac.doFinal(salt));
      long high = (bits.getLong() & ~0xF000L) | 0x4000L;
      long low = (bits.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
      return new UUID(high, low).toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }
}
