package tmi.packaging.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The migration is no step before the services: they are ready when their schema is, so each must
/// ask for the version that it was built with.
class SchemaVersionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"auth", "model", "collab", "webhook"})
  void serviceWaitsForTheNewestVersionOfItsSchema(String schema) throws IOException {
    var resources = Checkout.path(schema + "-service/src/main/resources");
    var settings = StrictModel.YAML.readTree(resources.resolve("application.yaml").toFile());
    try (var scripts = Files.list(resources.resolve("db").resolve(schema))) {
      var newest =
          scripts
              .map(script -> script.getFileName().toString())
              .filter(name -> name.matches("V\\d{4}__.*\\.sql"))
              .mapToInt(name -> Integer.parseInt(name.substring(1, 5)))
              .max();
      assertThat(settings.at("/tmi/service/schema/requires").path(schema).asInt())
          .isEqualTo(newest.orElseThrow());
    }
  }
}
