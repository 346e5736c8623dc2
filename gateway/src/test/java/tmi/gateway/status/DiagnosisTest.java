package tmi.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tmi.gateway.route.Destination;
import tmi.gateway.status.ComponentHealth.State;

class DiagnosisTest {
  private static final String READINESS =
      """
      {"status":"%s","checks":[
        {"name":"database","status":"%s","data":{"latency_ms":3}},
        {"name":"redis","status":"UP","data":{"status":"%s","latency_ms":1}},
        {"name":"schema","status":"UP"}]}
      """;
  private static final String WELL = READINESS.formatted("UP", "UP", "healthy");

  @Test
  void wellMeansOkAndNothingMoreIsTold() {
    Diagnosis diagnosis = Diagnosis.of(List.of(model(WELL), auth(WELL)));

    assertThat(diagnosis.code()).isEqualTo(ApiInfo.Code.ok);
    assertThat(diagnosis.health()).isNull();
  }

  @Test
  void aStoreThatOneServiceCannotUseDegrades() {
    Diagnosis diagnosis =
        Diagnosis.of(List.of(model(READINESS.formatted("DOWN", "DOWN", "healthy")), auth(WELL)));

    assertThat(diagnosis.code()).isEqualTo(ApiInfo.Code.degraded);
    assertThat(diagnosis.health().database().status()).isEqualTo(State.unhealthy);
    assertThat(diagnosis.health().database().message()).contains("ping failed", "model-service");
    assertThat(diagnosis.health().redis())
        .isEqualTo(new ComponentHealth(State.healthy, 1L, "Redis is responsive"));
  }

  @Test
  void aReadyServiceMayStillTellThatRedisIsAway() {
    Diagnosis diagnosis =
        Diagnosis.of(List.of(model(READINESS.formatted("UP", "UP", "unhealthy"))));

    assertThat(diagnosis.code()).isEqualTo(ApiInfo.Code.degraded);
    assertThat(diagnosis.health().redis().status()).isEqualTo(State.unhealthy);
    assertThat(diagnosis.health().database().status()).isEqualTo(State.healthy);
  }

  @Test
  void silenceOfOneDegradesAndOfAllIsAnError() {
    assertThat(Diagnosis.of(List.of(model(WELL), Sighting.missing(Destination.AUTH))).code())
        .isEqualTo(ApiInfo.Code.degraded);
    Diagnosis silent = Diagnosis.of(List.of(Sighting.missing(Destination.AUTH), model("<html>")));
    assertThat(silent.code()).isEqualTo(ApiInfo.Code.error);
    assertThat(silent.health().database().status()).isEqualTo(State.unknown);
  }

  private static Sighting model(String answer) {
    return Sighting.of(Destination.MODEL, answer);
  }

  private static Sighting auth(String answer) {
    return Sighting.of(Destination.AUTH, answer);
  }
}
