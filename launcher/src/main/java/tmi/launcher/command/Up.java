package tmi.launcher.command;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import tmi.launcher.Checkout;
import tmi.launcher.Refusal;
import tmi.launcher.build.Build;
import tmi.launcher.status.RunLock;
import tmi.launcher.status.StateFile;
import tmi.launcher.suite.Plan;
import tmi.launcher.suite.Suite;

/// `./tmi up`
///
/// @param supervising whether this is the process that `--detach` leaves behind
record Up(Plan plan, boolean detach, boolean supervising) implements Order {

  static final String SUPERVISING = "--supervising";

  private static final long NEEDED_BYTES = 400L << 20;

  @Override
  public int run(Checkout checkout) throws IOException {
    checkout.prepare(NEEDED_BYTES);
    try (var lock = RunLock.take(checkout).orElseThrow(() -> alreadyRunning(checkout))) {
      var suite = new Suite(checkout, plan, System.getenv(), Up::say);
      suite.claim();
      if (!supervising) {
        new Build(checkout, Up::say).ensureSuite();
      }
      if (!detach) {
        return supervise(suite);
      }
      suite.abandon();
      lock.close(); // the one in the background takes it
      return new Background(checkout, plan).start();
    }
  }

  private int supervise(Suite suite) throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite), "stop"));
    try {
      suite.start();
    } catch (IOException | RuntimeException e) {
      suite.stop();
      throw e;
    }
    if (!supervising) {
      Welcome.lines(suite.address(), false).forEach(Up::say);
    }
    waitForSignal();
    return 0;
  }

  /// On Ctrl-C; after a failed start everything is stopped already.
  private static void stop(Suite suite) {
    if (!suite.isStopped()) {
      say("stopping");
      suite.stop();
      say("stopped");
    }
  }

  private static void waitForSignal() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Refusal alreadyRunning(Checkout checkout) {
    var state = new StateFile(checkout).read();
    return new Refusal(
        "This checkout is running already at %s (launcher %d): ./tmi status shows it, ./tmi down stops it."
            .formatted(state.address(), state.launcher()));
  }

  static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
