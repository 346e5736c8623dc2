package tmi.webhook.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals subscription secrets for the database with AES-256-GCM. Each is bound to its
/// subscription's id, so a row's secret put into another row does not open.
public final class SecretBox {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final RandomGenerator random;

  public SecretBox(byte[] key, RandomGenerator random) {
    if (key.length != 32) {
      throw new IllegalArgumentException("the key has " + key.length + " bytes instead of 32");
    }
    this.key = new SecretKeySpec(key, "AES");
    this.random = random;
  }

  public byte[] seal(UUID subscription, String secret) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed =
        run(Cipher.ENCRYPT_MODE, subscription, nonce, secret.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  public String open(UUID subscription, byte[] box) {
    ByteBuffer in = ByteBuffer.wrap(box);
    byte[] nonce = new byte[NONCE];
    in.get(nonce);
    byte[] sealed = new byte[in.remaining()];
    in.get(sealed);
    return new String(
        run(Cipher.DECRYPT_MODE, subscription, nonce, sealed), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, UUID subscription, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(subscription.toString().getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a webhook secret does not open: TMI_WEBHOOK_SECRET_KEY is not the key it was sealed with",
          e);
    }
  }
}
