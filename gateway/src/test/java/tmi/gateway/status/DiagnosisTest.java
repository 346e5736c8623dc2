package tmi.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tmi.gateway.route.Destination;

class DiagnosisTest {
  private static final String UP =
      """
      {"status":"UP","checks":[{"name":"database","status":"UP"},
       {"name":"redis","status":"UP","data":{"state":"up"}},{"name":"schema","status":"UP"}]}
      """;

  @Test
  void wellMeansOkAndNothingMoreIsTold() {
    Diagnosis diagnosis = Diagnosis.of(List.of(model(UP), auth(UP)));

    assertThat(diagnosis.code()).isEqualTo(ApiInfo.Code.ok);
    assertThat(diagnosis.health()).isNull();
  }

  @Test
  void aStoreThatOneServiceCannotUseDegrades() {
    String down =
        UP.replace(
            "\"status\":\"UP\"},\n {\"name\":\"redis\"",
            "\"status\":\"DOWN\"},\n {\"name\":\"redis\"");
    Diagnosis diagnosis =
        Diagnosis.of(List.of(model(down.replaceFirst("\"UP\"", "\"DOWN\"")), auth(UP)));

    assertThat(diagnosis.code()).isEqualTo(ApiInfo.Code.degraded);
    assertThat(diagnosis.health().database().status()).isEqualTo(ComponentHealth.State.unhealthy);
    assertThat(diagnosis.health().database().message()).contains("ping failed", "model-service");
    assertThat(diagnosis.health().redis().message()).isEqualTo("Redis is responsive");
  }

  @Test
  void aReadyServiceMayStillTellThatRedisIsAway() {
    Diagnosis diagnosis =
        Diagnosis.of(List.of(model(UP.replace("\"state\":\"up\"", "\"state\":\"down\""))));

    assertThat(diagnosis.code()).isEqualTo(ApiInfo.Code.degraded);
    assertThat(diagnosis.health().redis().status()).isEqualTo(ComponentHealth.State.unhealthy);
  }

  @Test
  void silenceOfOneDegradesAndOfAllIsAnError() {
    assertThat(Diagnosis.of(List.of(model(UP), Sighting.missing(Destination.AUTH))).code())
        .isEqualTo(ApiInfo.Code.degraded);
    Diagnosis silent = Diagnosis.of(List.of(Sighting.missing(Destination.AUTH), model("<html>")));
    assertThat(silent.code()).isEqualTo(ApiInfo.Code.error);
    assertThat(silent.health().database().status()).isEqualTo(ComponentHealth.State.unknown);
  }

  private static Sighting model(String answer) {
    return Sighting.of(Destination.MODEL, answer, 3);
  }

  private static Sighting auth(String answer) {
    return Sighting.of(Destination.AUTH, answer, 2);
  }
}
