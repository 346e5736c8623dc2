package tmi.auth.key;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals private keys with AES-256-GCM. The key's id is bound in, so that a row cannot be passed
/// off as another.
final class KeyCipher {
  static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private final SecretKeySpec key;

  KeyCipher(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  byte[] seal(String kid, byte[] nonce, byte[] plain) throws GeneralSecurityException {
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, kid, nonce).doFinal(plain);
    byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
    return whole;
  }

  byte[] open(String kid, byte[] whole) throws GeneralSecurityException {
    if (whole.length <= NONCE_BYTES) {
      throw new GeneralSecurityException("sealed key is cut short");
    }
    byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, kid, nonce)
        .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
  }

  private Cipher cipher(int mode, String kid, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(kid.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return cipher;
  }
}
