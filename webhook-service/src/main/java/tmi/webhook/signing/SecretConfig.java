package tmi.webhook.signing;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// The key that subscription secrets are sealed with.
@ConfigMapping(prefix = "tmi.webhook")
public interface SecretConfig {
  /// 32 bytes as 64 hex digits (`TMI_WEBHOOK_SECRET_KEY`).
  Optional<String> secretKey();

  /// A file that holds the same (`TMI_WEBHOOK_SECRET_KEY_FILE`).
  Optional<String> secretKeyFile();
}
