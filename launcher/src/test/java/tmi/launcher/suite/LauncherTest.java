package tmi.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.launcher.port.Ports;
import tmi.launcher.process.Health;
import tmi.launcher.process.Signal;
import tmi.launcher.status.State;
import tmi.launcher.status.State.PartState;
import tmi.launcher.status.State.Phase;
import tmi.launcher.status.StateFile;
import tmi.launcher.stub.StubCheckout;

/// The launcher as a process of its own, with the real stores and stubs for the services.
class LauncherTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final int port = Ports.free();
  private StubCheckout stub;

  @BeforeEach
  void prepare() throws Exception {
    stub = new StubCheckout();
  }

  @AfterEach
  void clear() throws Exception {
    stub.close();
  }

  @Test
  void upStartsEverythingAndControlCLeavesNoProcess() throws Exception {
    var launcher = up();

    assertThat(Health.of(port).isReady()).isTrue();
    assertThat(state().parts())
        .extracting(PartState::name)
        .containsExactly(
            "postgres",
            "redis",
            "auth-service",
            "model-service",
            "collab-service",
            "webhook-service",
            "gateway");
    assertThat(out()).contains("TMI is ready at http://127.0.0.1:" + port);
    Signal.INT.to(launcher.toHandle());

    assertThat(launcher.waitFor()).isEqualTo(130);
    assertThat(stub.processes()).isEmpty();
    assertThat(state().phase()).isEqualTo(Phase.STOPPED);
  }

  @Test
  void killedServiceAndKilledStoresAreStartedAgain() throws Exception {
    up();

    for (var name : new String[] {"model-service", "postgres", "redis"}) {
      var before = part(name).pid();
      ProcessHandle.of(before).orElseThrow().destroyForcibly();

      eventually(() -> assertThat(part(name).pid()).isNotIn(0L, before));
      assertThat(part(name).restarts()).isEqualTo(1);
    }
    eventually(() -> assertThat(Health.of(part("model-service").port()).isReady()).isTrue());
    assertThat(out()).contains("model-service was killed by signal 9, starting it again in 1 s");
  }

  @Test
  void replicasAreStartedAndTold() throws Exception {
    up("--replicas", "collab-service=2");

    assertThat(part("collab-service-2").port()).isNotEqualTo(part("collab-service").port());
    assertThat(Health.of(part("collab-service-2").port()).isReady()).isTrue();
  }

  @Test
  void nextStartEndsWhatAKilledLauncherLeft() throws Exception {
    var killed = up();
    var orphans = state().parts().stream().map(PartState::pid).toList();
    killed.destroyForcibly().waitFor();

    up();

    assertThat(orphans).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    assertThat(state().launcher()).isNotEqualTo(killed.pid());
  }

  @Test
  void downEndsWhatAKilledLauncherLeft() throws Exception {
    up().destroyForcibly().waitFor();
    assertThat(stub.processes()).isNotEmpty();

    assertThat(stub.tmi(Map.of(), "down").waitFor()).isZero();

    assertThat(stub.processes()).isEmpty();
    assertThat(out()).endsWith("stopped what a killed launcher had left\n");
  }

  @Test
  void detachedSuiteRunsOnUntilDown() throws Exception {
    var starter = stub.tmi(Map.of(), "up", "--detach", "--port", "" + port);
    assertThat(starter.waitFor()).isZero();

    assertThat(stub.tmi(Map.of(), "status").waitFor()).isZero();
    assertThat(stub.tmi(Map.of(), "down").waitFor()).isZero();

    assertThat(stub.processes()).isEmpty();
    assertThat(stub.tmi(Map.of(), "status").waitFor()).isEqualTo(1);
    assertThat(out()).endsWith("Nothing is running: ./tmi up starts it.\n");
  }

  @Test
  void secondStartIsRefusedAndHarmsNothing() throws Exception {
    up();

    assertThat(stub.tmi(Map.of(), "up", "--port", "" + Ports.free()).waitFor()).isEqualTo(1);

    assertThat(out()).contains("This checkout is running already at http://127.0.0.1:" + port);
    assertThat(Health.of(port).isReady()).isTrue();
  }

  @Test
  void takenPortIsOneSentenceAndLeavesNoProcess() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var taken = other.getLocalPort();

      assertThat(stub.tmi(Map.of(), "up", "--port", "" + taken).waitFor()).isEqualTo(1);

      assertThat(out())
          .isEqualTo(
              "Port %d is taken by another program: end that one, or choose another with ./tmi up --port N.\n"
                  .formatted(taken));
      assertThat(stub.processes()).isEmpty();
    }
  }

  @Test
  void crashingServiceIsOneSentenceWithItsLastWordsAndLeavesNoProcess() throws Exception {
    var launcher = stub.tmi(Map.of("STUB_DIES", "true"), "up", "--port", "" + port);

    assertThat(launcher.waitFor()).isEqualTo(1);

    assertThat(out()).contains("stopped while it was starting (there is no key): see ");
    assertThat(stub.processes()).isEmpty();
  }

  @Test
  void portsAreTheSameAtTheNextStart() throws Exception {
    Signal.INT.to(up().toHandle());
    eventually(() -> assertThat(state().phase()).isEqualTo(Phase.STOPPED));
    var before = state().ports();

    up();

    assertThat(state().ports()).isEqualTo(before);
  }

  private Process up(String... more) throws Exception {
    var words = new ArrayList<>(List.of("up", "--port", "" + port));
    words.addAll(List.of(more));
    var launcher = stub.tmi(Map.of(), words.toArray(String[]::new));
    eventually(() -> {
      assertThat(launcher.isAlive()).as(out()).isTrue();
      assertThat(state().phase()).isEqualTo(Phase.READY);
      assertThat(state().launcher()).isEqualTo(launcher.pid());
    });
    return launcher;
  }

  private PartState part(String name) {
    return state().parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private State state() {
    return new StateFile(stub.checkout()).read();
  }

  private String out() throws Exception {
    return Files.exists(stub.out()) ? Files.readString(stub.out()) : "";
  }

  private static void eventually(ThrowingRunnable assertions) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(assertions);
  }
}
