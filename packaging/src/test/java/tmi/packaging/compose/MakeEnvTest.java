package tmi.packaging.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tmi.packaging.chart.Checkout;

class MakeEnvTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve(".env");
  }

  @Test
  void everythingThatIsDemandedIsWritten() throws Exception {
    assertThat(made("https://tmi.example.com"))
        .containsKeys(ComposeFile.read().demanded().toArray(String[]::new))
        .containsEntry("TMI_BUILD_MODE", "production")
        .containsEntry("TMI_SERVER_BASE_URL", "https://tmi.example.com")
        .doesNotContainKey("OAUTH_PROVIDERS_TMI_ENABLED");
  }

  @Test
  void everySecretIsItsOwn() throws Exception {
    var secrets =
        made("dev").values().stream().filter(value -> value.matches("[0-9a-f]{64}")).toList();
    assertThat(secrets).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void anybodySignsInOnlyInDevelopment() throws Exception {
    assertThat(made("dev"))
        .containsEntry("TMI_BUILD_MODE", "dev")
        .containsEntry("OAUTH_PROVIDERS_TMI_ENABLED", "true");
  }

  @Test
  void nobodyElseMayReadIt() throws Exception {
    made("dev");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void fileInUseIsNotOverwritten() throws Exception {
    Files.writeString(file, "DB_PASSWORD=in-use");
    assertThat(run("dev").status()).isEqualTo(1);
    assertThat(file).hasContent("DB_PASSWORD=in-use");
  }

  @Test
  void addressWithoutTlsIsRefused() throws Exception {
    assertThat(run("http://tmi.example.com").status()).isEqualTo(2);
    assertThat(file).doesNotExist();
  }

  private Map<String, String> made(String address) throws Exception {
    assertThat(run(address).status()).isZero();
    var variables = new TreeMap<String, String>();
    Checkout.text(file)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("=", 2))
        .forEach(pair -> variables.put(pair[0], pair[1]));
    return variables;
  }

  private Script run(String address) throws Exception {
    return Script.run("make-env", address, file.toString());
  }
}
