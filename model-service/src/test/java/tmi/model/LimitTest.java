package tmi.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tmi.testkit.Tokens;

/// The limit of a person: counted, told, and nobody else's.
@QuarkusTest
@RealStores
@TestProfile(LimitTest.Few.class)
class LimitTest {
  private static final int FEW = 3;
  Tokens tokens;

  public static class Few implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "tmi.service.limit.disabled", "false", "tmi.service.limit.per-minute", "" + FEW);
    }
  }

  @Test
  void whoAsksTooMuchIsToldWhenToAskAgainAndNobodyElseIsHeldBack() {
    Api eager = Api.as(tokens.person("eager" + UUID.randomUUID()));

    // a minute may turn in between, so twice the allowance and one
    Response refused =
        IntStream.rangeClosed(0, 2 * FEW)
            .mapToObj(i -> eager.get("/threat_models"))
            .filter(answer -> answer.statusCode() == 429)
            .findFirst()
            .orElseThrow();

    assertThat(refused.jsonPath().getString("error")).isEqualTo("rate_limit_exceeded");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("" + FEW);
    assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
    Api other = Api.as(tokens.person("other" + UUID.randomUUID()));
    assertThat(other.get("/threat_models").statusCode()).isEqualTo(200);
  }
}
