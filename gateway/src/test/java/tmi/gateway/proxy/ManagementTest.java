package tmi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;

@QuarkusTest
@WithTestResource(Suite.class)
class ManagementTest {
  private final Wire door = Wire.to(Suite.door);
  private final Wire management = Wire.to(Suite.management);

  @Test
  void metricsTellOperationsApart() {
    door.get("/threat_models/7c1f");
    door.get("/threat_models/7c1f/threats/9d2e");
    door.raw("GET /me/%zz HTTP/1.1", "Host: a", "Connection: close");
    door.get("/oauth2/nothing");

    Awaits.untilAsserted(() ->
        assertThat(requests())
            .anySatisfy(
                line -> assertThat(line).contains("uri=\"/threat_models/{threat_model_id}\""))
            .anySatisfy(line ->
                assertThat(line)
                    .contains("uri=\"/threat_models/{threat_model_id}/threats/{threat_id}\""))
            .anySatisfy(line -> assertThat(line).contains("uri=\"unreadable\"", "status=\"400\""))
            .anySatisfy(line -> assertThat(line).contains("uri=\"/oauth2/**\"")));
  }

  @Test
  void noLabelGrowsWithWhatOutsidersAskFor() {
    door.get("/threat_models/1");
    Awaits.until("it is counted", () -> !requests().isEmpty());
    for (int i = 0; i < 50; i++) {
      door.get("/threat_models/secret-" + i + "/threats/x" + i);
      door.get("/nobody-" + i);
    }

    assertThat(management.get("/q/metrics", "Accept", "text/plain").body())
        .doesNotContain("secret-", "nobody-", "$1");
  }

  @Test
  void theManagementPortLetsNobodyThrough() {
    assertThat(management.get("/me").statusCode()).isEqualTo(404);
    assertThat(management.get("/config").statusCode()).isEqualTo(404);
  }

  private List<String> requests() {
    return management
        .get("/q/metrics", "Accept", "text/plain")
        .body()
        .lines()
        .filter(line -> line.startsWith("http_server_requests_seconds_count"))
        .toList();
  }
}
