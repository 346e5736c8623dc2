package tmi.launcher.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import tmi.launcher.Checkout;
import tmi.launcher.Refusal;
import tmi.launcher.process.Orphans;
import tmi.launcher.process.Signal;
import tmi.launcher.process.Waiting;
import tmi.launcher.status.RunLock;
import tmi.launcher.status.State;
import tmi.launcher.status.StateFile;
import tmi.launcher.suite.Suite;

/// `./tmi down`
record Down() implements Order {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  @Override
  public int run(Checkout checkout) throws IOException {
    if (RunLock.isTaken(checkout)) {
      askLauncher(checkout);
      System.out.println("stopped");
      return 0;
    }
    var left = !Orphans.find(checkout).isEmpty();
    Suite.endOrphans(checkout);
    var file = new StateFile(checkout);
    if (file.read() != State.NONE) {
      file.write(file.read().stopped());
    }
    System.out.println(left ? "stopped what a killed launcher had left" : "nothing was running");
    return 0;
  }

  private static void askLauncher(Checkout checkout) {
    var pid = new StateFile(checkout).read().launcher();
    var launcher =
        ProcessHandle.of(pid)
            .orElseThrow(() ->
                new Refusal(
                    "Another ./tmi is busy with this checkout, building perhaps: wait for it or end"
                        + " it with Ctrl-C."));
    Signal.TERM.to(launcher);
    if (!Waiting.until(LONGEST, () -> !isTaken(checkout) && !launcher.isAlive())) {
      throw new Refusal(
          "The launcher %d does not stop: run \"kill -9 %d\", then ./tmi down again."
              .formatted(pid, pid));
    }
  }

  private static boolean isTaken(Checkout checkout) {
    try {
      return RunLock.isTaken(checkout);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
