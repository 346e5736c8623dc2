package tmi.launcher.process;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import tmi.launcher.Checkout;

/// Services that a killed launcher left running. They are known by a mark on their command line
/// with the data folder of this run, so that another one's are never touched.
public final class Orphans {

  private static final Duration END = Duration.ofSeconds(20);

  private Orphans() {}

  public static String mark(Checkout checkout) {
    return "-Dlauncher.of=" + checkout.data();
  }

  public static List<ProcessHandle> find(Checkout checkout) {
    var mark = mark(checkout);
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process ->
            Arrays.asList(process.info().arguments().orElse(new String[0])).contains(mark))
        .toList();
  }

  public static void end(Checkout checkout) {
    var orphans = find(checkout);
    orphans.forEach(Signal.TERM::to);
    if (!Waiting.until(END, () -> orphans.stream().noneMatch(ProcessHandle::isAlive))) {
      orphans.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
