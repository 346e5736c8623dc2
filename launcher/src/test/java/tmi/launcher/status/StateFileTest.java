package tmi.launcher.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tmi.launcher.Checkout;
import tmi.launcher.status.State.PartState;
import tmi.launcher.status.State.Phase;

class StateFileTest {

  @TempDir Path folder;
  private Checkout checkout;

  @BeforeEach
  void prepare() throws Exception {
    checkout = new Checkout(folder, folder.resolve(".tmi"));
    checkout.prepare(1);
  }

  @Test
  void whatWasWrittenIsRead() {
    var state =
        new State(
            7,
            Phase.READY,
            "http://127.0.0.1:8080",
            "single",
            Map.of("postgres", 5001),
            List.of(new PartState("auth-service", "127.0.0.1", 5002, 5002, 8, "0.1.0", 1, true)));

    new StateFile(checkout).write(state);

    assertThat(new StateFile(checkout).read()).isEqualTo(state);
  }

  @Test
  void damagedFileIsAsGoodAsNone() throws Exception {
    Files.writeString(checkout.data().resolve("state.json"), "{\"launcher\":");

    assertThat(new StateFile(checkout).read()).isEqualTo(State.NONE);
  }

  @Test
  void stoppedRunKeepsItsPorts() {
    var state = new State(7, Phase.READY, "a", "separate", Map.of("redis", 1), List.of());

    assertThat(state.stopped().ports()).containsEntry("redis", 1);
    assertThat(state.stopped().launcher()).isZero();
  }

  @Test
  void onlyOneHoldsTheLock() throws Exception {
    try (var lock = RunLock.take(checkout).orElseThrow()) {
      assertThat(lock).isNotNull();
    }
    assertThat(RunLock.isTaken(checkout)).isFalse();
  }
}
