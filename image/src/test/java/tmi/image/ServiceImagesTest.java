package tmi.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tmi.image.program.Program;
import tmi.testkit.Stores;

/// What the linked runtime lacks shows when a service does something real.
class ServiceImagesTest {

  private static final String KEY = "00".repeat(32);

  private Stores stores;
  private ServiceInImage service;

  @AfterEach
  void end() {
    Stream.of(service).filter(started -> started != null).forEach(ServiceInImage::close);
    stores.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "AUTH, auth, /oauth2/userinfo, ana@tmi.local",
    "COLLAB, collab, /me/sessions, []",
    "WEBHOOK, webhook, /admin/webhooks/subscriptions, subscriptions"
  })
  void itAnswersAsIfItRanOutside(Program program, String role, String path, String part) {
    stores = Stores.forService(role);
    var settings = new HashMap<>(stores.start());
    settings.put("TMI_KEY_ENCRYPTION_KEY", KEY);
    settings.put("TMI_WEBHOOK_SECRET_KEY", KEY);
    service = ServiceInImage.start(program, settings);

    var answer = service.ask("GET", path, stores.tokens().administrator("ana").bearer(), null);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(part);
  }
}
