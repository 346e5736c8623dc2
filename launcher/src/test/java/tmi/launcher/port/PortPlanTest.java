package tmi.launcher.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tmi.launcher.Refusal;

class PortPlanTest {

  @Test
  void rememberedPortIsTakenAgainWhileItIsFree() {
    var plan = new PortPlan(Map.of("auth-service", 5001), port -> true, () -> 6000);

    assertThat(plan.of("auth-service")).isEqualTo(5001);
    assertThat(plan.of("auth-service")).isEqualTo(5001);
  }

  @Test
  void takenPortIsReplacedAndTheNewOneRemembered() {
    var plan = new PortPlan(Map.of("auth-service", 5001), port -> port != 5001, () -> 6000);

    assertThat(plan.of("auth-service")).isEqualTo(6000);
    assertThat(plan.memory()).containsEntry("auth-service", 6000);
  }

  @Test
  void noTwoPartsShareAPort() {
    Iterator<Integer> offers = List.of(5001, 6000, 6000, 6001).iterator();
    var plan = new PortPlan(Map.of("postgres", 5001), port -> true, offers::next);

    assertThat(List.of(plan.of("postgres"), plan.of("redis"), plan.of("auth-service")))
        .containsExactly(5001, 6000, 6001);
  }

  @Test
  void askedPortThatIsTakenIsRefusedInASentence() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var plan = new PortPlan(Map.of());

      assertThatThrownBy(() -> plan.exactly("gateway", other.getLocalPort()))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "Port %d is taken by another program: end that one, or choose another with ./tmi up --port N."
                  .formatted(other.getLocalPort()));
    }
  }
}
