package tmi.launcher.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tmi.launcher.Checkout;
import tmi.launcher.build.Build;
import tmi.launcher.port.Ports;
import tmi.launcher.service.ServiceName;
import tmi.launcher.store.Folders;
import tmi.launcher.suite.Plan;
import tmi.launcher.suite.Suite;

/// A suite for one test step: empty at first, gone afterwards.
final class OwnSuite implements AutoCloseable {

  private static final long NEEDED_BYTES = 400L << 20;

  private final Suite suite;
  private final Path data;

  private OwnSuite(Suite suite, Path data) {
    this.suite = suite;
    this.data = data;
  }

  static OwnSuite start(Checkout checkout) throws IOException {
    var data = checkout.root().resolve(".tmi/test/suite-" + ProcessHandle.current().pid());
    var own = checkout.withData(data);
    own.prepare(NEEDED_BYTES);
    new Build(own, System.out::println).ensureSuite();
    var variables = new HashMap<>(System.getenv());
    variables.put("TMI_BUILD_MODE", "test");
    variables.put("TMI_DISABLE_RATE_LIMITING", "true");
    var plan = new Plan(Ports.free(), Map.of(ServiceName.COLLAB, 2));
    var running = new OwnSuite(new Suite(own, plan, variables, System.out::println), data);
    Runtime.getRuntime().addShutdownHook(new Thread(running.suite::stop));
    running.suite.claim();
    running.suite.start();
    return running;
  }

  String address() {
    return suite.address();
  }

  @Override
  public void close() throws IOException {
    suite.stop();
    Folders.delete(data);
  }
}
