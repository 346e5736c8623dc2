package tmi.auth.key;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Reads the 32 bytes that seal private keys, written as hex or base64.
final class EncryptionKey {
  private static final int BYTES = 32;

  private EncryptionKey() {}

  static Optional<byte[]> parse(String text) {
    String given = text.strip();
    return (given.length() == 2 * BYTES ? hex(given) : base64(given))
        .filter(bytes -> bytes.length == BYTES);
  }

  private static Optional<byte[]> hex(String text) {
    try {
      return Optional.of(HexFormat.of().parseHex(text));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> base64(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
