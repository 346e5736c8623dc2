package tmi.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;

class KeyCipherTest {
  private static final byte[] SECRET = {1, 2, 3, 4, 5};
  private final KeyCipher cipher = new KeyCipher(bytes(32));

  @Test
  void sealedKeyOpensAgain() throws GeneralSecurityException {
    byte[] sealed = cipher.seal("k1", bytes(KeyCipher.NONCE_BYTES), SECRET);

    assertThat(cipher.open("k1", sealed)).isEqualTo(SECRET);
  }

  @Test
  void otherKeyEncryptionKeyDoesNotOpenIt() throws GeneralSecurityException {
    byte[] sealed = cipher.seal("k1", bytes(KeyCipher.NONCE_BYTES), SECRET);

    assertThatThrownBy(() -> new KeyCipher(bytes(32)).open("k1", sealed))
        .isInstanceOf(AEADBadTagException.class);
  }

  @Test
  void keyCannotBePassedOffAsAnother() throws GeneralSecurityException {
    byte[] sealed = cipher.seal("k1", bytes(KeyCipher.NONCE_BYTES), SECRET);

    assertThatThrownBy(() -> cipher.open("k2", sealed)).isInstanceOf(AEADBadTagException.class);
  }

  @Test
  void changedByteIsNoticed() throws GeneralSecurityException {
    byte[] sealed = cipher.seal("k1", bytes(KeyCipher.NONCE_BYTES), SECRET);
    sealed[KeyCipher.NONCE_BYTES] ^= 1;

    assertThatThrownBy(() -> cipher.open("k1", sealed)).isInstanceOf(AEADBadTagException.class);
  }

  @Test
  void cutKeyIsNoticed() {
    assertThatThrownBy(() -> cipher.open("k1", new byte[3]))
        .isInstanceOf(GeneralSecurityException.class);
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
