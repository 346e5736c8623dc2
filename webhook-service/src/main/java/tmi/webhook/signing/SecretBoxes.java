package tmi.webhook.signing;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Makes the one box of this service, or says at start which setting is missing.
@ApplicationScoped
class SecretBoxes {
  private static final String HOW =
      "; set TMI_WEBHOOK_SECRET_KEY to 32 random bytes as 64 hex digits, or"
          + " TMI_WEBHOOK_SECRET_KEY_FILE to a file that holds them";

  @Produces
  @Singleton
  @Startup
  SecretBox box(SecretConfig config) {
    String hex =
        config
            .secretKey()
            .or(() -> config.secretKeyFile().map(SecretBoxes::read))
            .orElseThrow(
                () -> new IllegalStateException("no key for the webhook secrets is set" + HOW));
    try {
      return new SecretBox(HexFormat.of().parseHex(hex.strip()), new SecureRandom());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "the key for the webhook secrets is not of its form" + HOW, e);
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalStateException("TMI_WEBHOOK_SECRET_KEY_FILE cannot be read: " + file, e);
    }
  }
}
