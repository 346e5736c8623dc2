package tmi.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteLabelsTest {
  private final RouteLabels labels =
      new RouteLabels(
          new RouteTable(),
          List.of(
              "/threat_models",
              "/threat_models/{threat_model_id}",
              "/threat_models/{threat_model_id}/threats/{threat_id}",
              "/threat_models/{threat_model_id}/threats/bulk",
              "/me"));

  @ParameterizedTest
  @CsvSource({
    "/threat_models, /threat_models",
    "/threat_models/7, /threat_models/{threat_model_id}",
    "/threat_models/7/threats/8, /threat_models/{threat_model_id}/threats/{threat_id}",
    "/threat_models/7/threats/bulk, /threat_models/{threat_model_id}/threats/bulk",
    "/threat_models/7/anything/else, /**",
    "/me, /me",
    "/me/whatever/7, /me/**",
    "/app/assets/main-1.js, /app/**",
    "/oauth2/token/../x, /oauth2/**",
    "/nobody/knows, /**",
    "/, /",
  })
  void operationsHaveTheirTemplateAndAllElseItsRoute(String path, String label) {
    assertThat(labels.of(path)).isEqualTo(label);
  }
}
