package tmi.launcher.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void secretIsMadeOnceForTheOwnerAlone() throws Exception {
    var secret = new Secrets(folder.resolve("secrets")).value("tmi_auth");

    assertThat(secret).matches("[0-9a-f]{64}");
    assertThat(new Secrets(folder.resolve("secrets")).value("tmi_auth")).isEqualTo(secret);
    assertThat(permissions("secrets")).isEqualTo("rwx------");
    assertThat(permissions("secrets/tmi_auth")).isEqualTo("rw-------");
  }

  @Test
  void noTwoSecretsAreTheSame() throws Exception {
    var secrets = new Secrets(folder.resolve("secrets"));

    assertThat(secrets.value("a")).isNotEqualTo(secrets.value("b"));
  }

  private String permissions(String name) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
