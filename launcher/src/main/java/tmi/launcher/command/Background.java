package tmi.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tmi.launcher.Checkout;
import tmi.launcher.Refusal;
import tmi.launcher.process.OwnSession;
import tmi.launcher.process.Waiting;
import tmi.launcher.service.ServiceName;
import tmi.launcher.status.State.Phase;
import tmi.launcher.status.StateFile;
import tmi.launcher.suite.Plan;

/// Leaves a supervising launcher behind that does not depend on this terminal.
final class Background {

  private static final Duration LONGEST = Duration.ofMinutes(8);

  private final Checkout checkout;
  private final Plan plan;

  Background(Checkout checkout, Plan plan) {
    this.checkout = checkout;
    this.plan = plan;
  }

  /// Comes back when everything is ready, showing the progress meanwhile.
  int start() throws IOException {
    var log = checkout.log("launcher");
    var follower = LogFollower.fromEnd(log);
    var process =
        new ProcessBuilder(OwnSession.of(command()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    var decided =
        Waiting.until(
            LONGEST,
            () -> {
              var isOver = !process.isAlive() || isReady(process.pid());
              follower.newLines().forEach(Up::say);
              return isOver;
            });
    if (!decided) {
      throw new Refusal("It is still not ready: ./tmi status says why, ./tmi down gives up.");
    }
    if (!process.isAlive()) {
      return 1; // its last line, just shown, says why
    }
    Welcome.lines(new StateFile(checkout).read().address(), true).forEach(Up::say);
    return 0;
  }

  private boolean isReady(long pid) {
    var state = new StateFile(checkout).read();
    return state.launcher() == pid && state.phase() == Phase.READY;
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of("tmi.launcher.Tmi", "up", Up.SUPERVISING, "--port", "" + plan.port()));
    for (var service : ServiceName.values()) {
      if (plan.replicasOf(service) > 1) {
        command.add("--replicas");
        command.add(service.module() + "=" + plan.replicasOf(service));
      }
    }
    return command;
  }
}
