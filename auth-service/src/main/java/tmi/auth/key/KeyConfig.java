package tmi.auth.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Settings of the keys that sign tokens.
@ConfigMapping(prefix = "tmi.auth.key")
public interface KeyConfig {
  /// 32 bytes, hex or base64, that seal the private keys (`TMI_KEY_ENCRYPTION_KEY`).
  Optional<String> encryptionKey();

  /// A file that holds the same (`TMI_KEY_ENCRYPTION_KEY_FILE`).
  Optional<Path> encryptionKeyFile();

  /// How long a key signs before the next one is made.
  @WithDefault("P90D")
  Duration rotateAfter();

  /// How long a new key is published before it signs; longer than any verifier's cache.
  @WithDefault("PT10M")
  Duration publishBefore();

  /// How long a key still verifies after it has signed for the last time; longer than any token.
  @WithDefault("PT25H")
  Duration verifyAfter();
}
