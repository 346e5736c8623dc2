package tmi.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionTest {
  @Test
  void bareProductionIsRefusedAndEachCureIsNamed() {
    assertThat(Production.faults(GuardSettings.with("disable-rate-limiting", "true")))
        .satisfiesExactly(
            fault -> assertThat(fault).contains("TMI_DISABLE_RATE_LIMITING", "remove it"),
            fault ->
                assertThat(fault)
                    .contains("TLS_ENABLED=true", "TLS_CERT_FILE", "TMI_TLS_TERMINATED_BY_PROXY"),
            fault -> assertThat(fault).contains("TMI_SERVER_BASE_URL", "https://"));
  }

  @Test
  void productionBehindAProxyThatEndsTlsStarts() {
    assertThat(
            Production.faults(
                GuardSettings.with(
                    "tls-terminated-by-proxy", "true", "base-url", "https://tmi.example")))
        .isEmpty();
  }

  @Test
  void developmentMayDoAllOfIt() {
    assertThat(
            Production.faults(
                GuardSettings.with("build-mode", "dev", "disable-rate-limiting", "true")))
        .isEmpty();
  }

  @Test
  void aWildcardOriginIsRefusedInEveryMode() {
    assertThat(
            Production.faults(
                GuardSettings.with("build-mode", "dev", "allowed-origins", "https://a.example,*")))
        .singleElement()
        .asString()
        .contains("TMI_CORS_ALLOWED_ORIGINS", "'*'");
    assertThat(
            Production.faults(
                GuardSettings.with("build-mode", "dev", "allowed-origins", "a.example")))
        .singleElement()
        .asString()
        .contains("scheme and host");
  }

  @Test
  void tlsNeedsReadableFiles(@TempDir Path folder) throws IOException {
    Path key = Files.writeString(folder.resolve("key.pem"), "k");

    assertThat(
            Production.faults(
                GuardSettings.with(
                    "build-mode",
                    "dev",
                    "tls",
                    "true",
                    "tls-cert-file",
                    folder.resolve("absent.pem").toString(),
                    "tls-key-file",
                    key.toString())))
        .singleElement()
        .asString()
        .contains("TLS_CERT_FILE", "cannot be read");
  }
}
