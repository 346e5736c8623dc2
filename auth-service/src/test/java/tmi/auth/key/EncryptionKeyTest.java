package tmi.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionKeyTest {
  private static final String HEX =
      "fbff02030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

  @Test
  void hexAndBothBase64sAreRead() {
    byte[] key = HexFormat.of().parseHex(HEX);

    assertThat(EncryptionKey.parse(HEX + "\n")).hasValue(key);
    assertThat(EncryptionKey.parse(Base64.getEncoder().encodeToString(key))).hasValue(key);
    assertThat(EncryptionKey.parse(Base64.getUrlEncoder().encodeToString(key))).hasValue(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "0102", "AAAA", "zz"})
  void anythingElseIsNoKey(String text) {
    assertThat(EncryptionKey.parse(text)).isEmpty();
  }
}
