package tmi.launcher.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tmi.launcher.Checkout;
import tmi.launcher.build.Build;
import tmi.launcher.port.Ports;
import tmi.launcher.process.Supervisor.Running;
import tmi.launcher.secret.Secrets;
import tmi.launcher.service.ServiceName;
import tmi.launcher.store.Folders;
import tmi.launcher.suite.Plan;
import tmi.launcher.suite.Suite;

/// A suite for one test step or one measurement: empty at first, gone afterwards.
public final class OwnSuite implements AutoCloseable {

  private static final long NEEDED_BYTES = 400L << 20;

  private final Suite suite;
  private final Path data;

  private OwnSuite(Suite suite, Path data) {
    this.suite = suite;
    this.data = data;
  }

  static OwnSuite start(Checkout checkout) throws IOException {
    return start(checkout, Map.of(ServiceName.COLLAB, 2), Map.of());
  }

  /// @param more settings beside those of the terminal
  public static OwnSuite start(
      Checkout checkout, Map<ServiceName, Integer> replicas, Map<String, String> more)
      throws IOException {
    var data = checkout.root().resolve(".tmi/test/suite-" + ProcessHandle.current().pid());
    var own = checkout.withData(data);
    own.prepare(NEEDED_BYTES);
    new Build(own, System.out::println).ensureSuite();
    var variables = new HashMap<>(System.getenv());
    variables.put("TMI_BUILD_MODE", "test");
    variables.put("TMI_DISABLE_RATE_LIMITING", "true");
    variables.putAll(more);
    var plan = new Plan(Ports.free(), replicas);
    var running = new OwnSuite(new Suite(own, plan, variables, System.out::println), data);
    Runtime.getRuntime().addShutdownHook(new Thread(running.suite::stop));
    running.suite.claim();
    running.suite.start();
    return running;
  }

  public String address() {
    return suite.address();
  }

  /// What runs, stores included, or is about to be started again.
  public List<Running> parts() {
    return suite.parts();
  }

  /// Of the superuser of its own PostgreSQL.
  public String databasePassword() throws IOException {
    return new Secrets(data.resolve("secrets")).value("postgres");
  }

  @Override
  public void close() throws IOException {
    suite.stop();
    Folders.delete(data);
  }
}
