package tmi.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.image.program.Program;
import tmi.testkit.Stores;

class ModelServiceImageTest {

  private final Stores stores = Stores.forService("model");
  private ServiceInImage service;

  @BeforeEach
  void start() {
    service = ServiceInImage.start(Program.MODEL, stores.start());
  }

  @AfterEach
  void end() {
    if (service != null) {
      service.close();
    }
    stores.stop();
  }

  @Test
  void whatItStoredItGivesBack() {
    var bearer = stores.tokens().person("ana").bearer();

    var made = service.ask("POST", "/threat_models", bearer, "{\"name\":\"Shop\"}");

    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(service.ask("GET", "/threat_models", bearer, null).body()).contains("\"Shop\"");
  }
}
