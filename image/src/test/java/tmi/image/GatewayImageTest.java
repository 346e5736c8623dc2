package tmi.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tmi.image.program.Program;
import tmi.testkit.Stores;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatewayImageTest {

  private static final int ENDED_BY_TERM = 143;

  private final Stores stores = Stores.forService("auth");
  private ServiceInImage gateway;

  @BeforeAll
  void start() {
    Map<String, String> settings = stores.start();
    gateway = ServiceInImage.start(Program.GATEWAY, settings);
  }

  @AfterAll
  void end() {
    if (gateway != null) {
      gateway.close();
    }
    stores.stop();
  }

  @Test
  void itServesTheWebApplicationThatItCarries() {
    assertThat(gateway.get("/app/").body()).isEqualTo(BuiltImages.PAGE);
  }

  @Test
  void itServesTheInterface() {
    assertThat(gateway.get("/openapi.json").body()).contains("\"openapi\"");
  }

  @Test
  void itsProcessIsNobody() {
    assertThat(gateway.status("Uid")).doesNotContainPattern("\\b0\\b");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void itEndsWhenItIsAskedTo() {
    assertThat(gateway.stop()).isEqualTo(ENDED_BY_TERM);
  }
}
