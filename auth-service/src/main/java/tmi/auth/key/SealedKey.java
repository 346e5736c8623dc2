package tmi.auth.key;

import java.util.Arrays;

/// A private key as it is stored: of no use without the key-encryption key.
record SealedKey(String kid, byte[] sealed) {

  /// Whether it is the same key under the same seal.
  boolean isSame(SealedKey other) {
    return kid.equals(other.kid) && Arrays.equals(sealed, other.sealed);
  }
}
