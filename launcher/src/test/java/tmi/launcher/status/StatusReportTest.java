package tmi.launcher.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tmi.launcher.status.State.PartState;
import tmi.launcher.status.State.Phase;

class StatusReportTest {

  @Test
  void storeThatTakesConnectionsIsReadyAndHasMemory() throws Exception {
    try (var store = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var report = StatusReport.of(state("separate", part("postgres", store.getLocalPort())), true);

      assertThat(report.isReady()).isTrue();
      assertThat(report.parts().getFirst().memoryBytes()).isGreaterThan(1 << 20);
    }
  }

  @Test
  void silentPartIsNotReady() {
    var report = StatusReport.of(state("separate", part("redis", 1)), true);

    assertThat(report.isReady()).isFalse();
    assertThat(String.join("\n", report.lines())).contains("no answer");
  }

  @Test
  void replicaNumberIsReadFromTheName() {
    var report =
        StatusReport.of(state("separate", part("collab-service-2", 1), part("gateway", 1)), true);

    assertThat(report.parts())
        .extracting(part -> part.kind() + " " + part.replica())
        .containsExactly("collab-service 2", "gateway 1");
  }

  @Test
  void singleRoleIsSaid() {
    assertThat(String.join("\n", StatusReport.of(state("single"), true).lines()))
        .contains("sign in to PostgreSQL as DB_USERNAME");
  }

  @Test
  void stoppedSuiteSaysHowToStart() {
    assertThat(StatusReport.of(state("separate", part("redis", 1)), false).lines())
        .containsExactly("Nothing is running: ./tmi up starts it.");
  }

  private static State state(String roles, PartState... parts) {
    return new State(1, Phase.READY, "http://127.0.0.1:1", roles, Map.of(), List.of(parts));
  }

  private static PartState part(String name, int port) {
    return new PartState(
        name, "127.0.0.1", port, port, ProcessHandle.current().pid(), "1", 0, false);
  }
}
