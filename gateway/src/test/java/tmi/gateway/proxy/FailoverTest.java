package tmi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.testkit.Awaits;

/// Two replicas of model-service, of which one is not well.
@QuarkusTest
@WithTestResource(Suite.class)
class FailoverTest {
  private final Wire wire = Wire.to(Suite.door);

  @BeforeEach
  void forget() {
    Suite.model1.asked.clear();
    Suite.model2.asked.clear();
  }

  @AfterEach
  void heal() {
    for (StubService service : List.of(Suite.model1, Suite.model2)) {
      service.readinessStatus = 200;
      service.status = 200;
    }
    Awaits.until("both take requests", () -> served(4).distinct().count() == 2);
  }

  @Test
  void aReplicaThatIsNotReadyGetsNothingWhileAnotherIsReady() {
    Suite.model1.readinessStatus = 503;
    Awaits.until("it is left alone", () -> served(8).allMatch("model-2"::equals));
    Suite.model1.asked.clear();

    assertThat(wire.send("POST", "/threat_models", "{}").body()).isEqualTo("model-2");
    assertThat(served(8)).containsOnly("model-2");
    assertThat(Suite.model1.asked).isEmpty();
  }

  @Test
  void whereNoneIsReadyTheyAnswerThemselves() {
    Suite.model1.readinessStatus = 503;
    Suite.model2.readinessStatus = 503;
    Suite.model1.status = 503;
    Suite.model2.status = 503;

    Awaits.until("503", () -> wire.get("/threat_models").statusCode() == 503);
    assertThat(wire.get("/threat_models").body()).startsWith("model-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void aReadIsPassedOverFromAReplicaThatSays503(String method) {
    Suite.model1.status = 503;

    for (int i = 0; i < 4; i++) {
      assertThat(wire.send(method, "/threat_models", null).statusCode()).isEqualTo(200);
    }
    assertThat(Suite.model1.asked).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void aWriteIsAskedOnceWhateverTheAnswer(String method) {
    Suite.model1.status = 503;
    Suite.model2.status = 503;

    assertThat(wire.send(method, "/threat_models/7", null).statusCode()).isEqualTo(503);
    assertThat(asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE"})
  void aWriteThatMayHaveBeenDoneIsNotRepeated(String method) {
    assertThat(wire.send(method, "/threat_models/7/break", null).statusCode()).isEqualTo(502);

    assertThat(asked()).containsExactly(method + " /threat_models/7/break");
  }

  @Test
  void aWriteThatNobodyTookGoesToTheOtherReplica() {
    Suite.model1.stop();
    try {
      for (int i = 0; i < 4; i++) {
        assertThat(wire.send("DELETE", "/threat_models/7", null).body()).isEqualTo("model-2");
      }
    } finally {
      Suite.model1.startAgain();
    }
  }

  private Stream<String> served(int times) {
    return Stream.generate(() -> wire.get("/threat_models").body()).limit(times);
  }

  private static List<String> asked() {
    return Stream.concat(Suite.model1.asked.stream(), Suite.model2.asked.stream()).toList();
  }
}
