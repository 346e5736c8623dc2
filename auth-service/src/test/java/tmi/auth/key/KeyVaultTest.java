package tmi.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tmi.service.id.IdSource;

class KeyVaultTest {
  @TempDir Path folder;
  private Path file;
  private KeyVault vault;

  @BeforeEach
  void arrange() throws IOException {
    file = Files.writeString(folder.resolve("key"), "0f".repeat(32));
    vault = new KeyVault(new InFile(file), new IdSource());
  }

  @Test
  void keyIsOpenedOnceAndNotWithEveryToken() throws IOException {
    SealedKey sealed = sealed(vault.make());
    SigningKey first = vault.open(sealed);
    Files.delete(file);

    assertThat(vault.open(new SealedKey(sealed.kid(), sealed.sealed().clone()))).isSameAs(first);
  }

  @Test
  void keyThatTakesOverIsOpenedAndTheOneBeforeAsWell() {
    SealedKey old = sealed(vault.make());
    SealedKey young = sealed(vault.make());

    assertThat(vault.open(old).kid()).isEqualTo(old.kid());
    assertThat(vault.open(young).kid()).isEqualTo(young.kid());
    assertThat(vault.open(old).key()).isNotEqualTo(vault.open(young).key());
  }

  @Test
  void keySealedAnewIsOpenedWithWhatTheFileHoldsNow() throws IOException {
    SealedKey sealed = sealed(vault.make());
    vault.open(sealed);
    Files.writeString(file, "a0".repeat(32));
    byte[] otherSeal = sealed(vault.make()).sealed();

    assertThatThrownBy(() -> vault.open(new SealedKey(sealed.kid(), otherSeal)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sealed with another key-encryption key");
  }

  private static SealedKey sealed(NewKey key) {
    return new SealedKey(key.kid(), key.sealed());
  }

  private record InFile(Path file) implements KeyConfig {
    @Override
    public Optional<String> encryptionKey() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> encryptionKeyFile() {
      return Optional.of(file);
    }

    @Override
    public Duration rotateAfter() {
      return Duration.ofDays(90);
    }

    @Override
    public Duration publishBefore() {
      return Duration.ofMinutes(10);
    }

    @Override
    public Duration verifyAfter() {
      return Duration.ofHours(25);
    }
  }
}
