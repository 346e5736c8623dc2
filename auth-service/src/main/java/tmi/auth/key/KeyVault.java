package tmi.auth.key;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;
import tmi.service.caller.TokenConfig;
import tmi.service.caller.TokenConfig.Algorithm;
import tmi.service.id.IdSource;

/// Makes private keys and opens them again with the key-encryption key, which this service alone is
/// given.
@ApplicationScoped
public class KeyVault {
  private static final String HOW =
      "set TMI_KEY_ENCRYPTION_KEY to 32 random bytes as hex or base64 (openssl rand -hex 32), or"
          + " TMI_KEY_ENCRYPTION_KEY_FILE to a file that holds them";

  private static final Logger LOG = Logger.getLogger(KeyVault.class);
  private final KeyConfig config;
  private final IdSource ids;
  private final AtomicReference<Opened> opened = new AtomicReference<>();

  private record Opened(SealedKey sealed, SigningKey key) {}

  KeyVault(KeyConfig config, IdSource ids) {
    this.config = config;
    this.ids = ids;
  }

  /// A service that cannot seal keys does not start, in development neither.
  void check(@Observes @Priority(1) StartupEvent event, TokenConfig token) {
    try {
      if (token.algorithm() == Algorithm.ES256) {
        cipher();
      }
    } catch (IllegalStateException e) {
      LOG.errorf("refused to start: %s", e.getMessage());
      Quarkus.asyncExit(1);
      throw new PreventFurtherStepsException();
    }
  }

  NewKey make() {
    try {
      KeyPair pair = EcKeys.newPair();
      JsonObject jwk = new JsonObject(EcKeys.publicJwk(pair));
      String kid = jwk.getString("kid");
      byte[] sealed =
          cipher().seal(kid, ids.bytes(KeyCipher.NONCE_BYTES), pair.getPrivate().getEncoded());
      return new NewKey(kid, Algorithm.ES256, jwk, sealed);
    } catch (GeneralSecurityException | JoseException e) {
      throw new IllegalStateException("a signing key could not be made", e);
    }
  }

  /// Opened once and kept until the database names another key or another seal of it: opening reads
  /// a file and computes, which is too much for each token.
  SigningKey open(SealedKey key) {
    Opened last = opened.get();
    if (last != null && last.sealed().isSame(key)) {
      return last.key();
    }
    SigningKey fresh = unseal(key);
    opened.set(new Opened(key, fresh));
    return fresh;
  }

  private SigningKey unseal(SealedKey key) {
    try {
      byte[] pkcs8 = cipher().open(key.kid(), key.sealed());
      return new SigningKey(key.kid(), Algorithm.ES256, EcKeys.privateKey(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "signing key "
              + key.kid()
              + " was sealed with another key-encryption key: give the former one back",
          e);
    }
  }

  /// Fails with a sentence that names the setting when the key-encryption key is missing or wrong.
  KeyCipher cipher() {
    String text =
        config
            .encryptionKey()
            .or(() -> config.encryptionKeyFile().map(KeyVault::read))
            .orElseThrow(() ->
                new IllegalStateException("the key that seals signing keys is not set: " + HOW));
    return new KeyCipher(
        EncryptionKey.parse(text)
            .orElseThrow(() ->
                new IllegalStateException(
                    "the key that seals signing keys is not 32 bytes: " + HOW)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException("TMI_KEY_ENCRYPTION_KEY_FILE cannot be read: " + file, e);
    }
  }
}
