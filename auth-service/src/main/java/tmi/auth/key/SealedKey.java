package tmi.auth.key;

/// A private key as it is stored: of no use without the key-encryption key.
record SealedKey(String kid, byte[] sealed) {}
