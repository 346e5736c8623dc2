package tmi.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tmi.bench.suite.BenchSuite;

/// Does one act under the load and counts what came of it.
final class Trial {
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final double QUIET_SECONDS = 6;
  private static final long STEP = 200_000_000;
  private static final String DOUBLED =
      "select count(*) from (select name from model.threats where name like 'fault-%' group by name"
          + " having count(*) > 1) twice";
  private final BenchSuite suite;
  private final Loads loads;
  private final Watch watch;
  private final Hook hook;

  Trial(BenchSuite suite, Loads loads, Watch watch, Hook hook) {
    this.suite = suite;
    this.loads = loads;
    this.watch = watch;
    this.hook = hook;
  }

  Outcome of(Act act) {
    await(() -> suite.isWell() && watch.secondsSinceFailure() > QUIET_SECONDS);
    loads.threats();
    loads.operations();
    int gaps = loads.gaps();
    int repeats = loads.repeats();
    watch.begin();
    act.begin(suite);
    if (act.stopped() != null) {
      LockSupport.parkNanos(act.stopped().toNanos());
      act.end(suite);
    }
    double held = act.stopped() == null ? 0 : act.stopped().toMillis() / 1000.0;
    boolean well = await(() -> suite.isWell() && watch.secondsSinceFailure() > QUIET_SECONDS);
    double seconds = well ? Math.max(0, watch.secondsUntilWell() - held) : Double.NaN;
    String seen = watch.words();
    int refusals = watch.count(401) + watch.count(500);
    List<String> threats = loads.threats();
    List<String> operations = loads.operations();
    long stored = stored("model.threats where id", threats);
    stored += stored("diagram.operations where operation_id", operations);
    int acknowledged = threats.size() + operations.size();
    await(() -> hook.untold(threats) == 0);
    long lost = acknowledged - stored + hook.untold(threats) + loads.gaps() - gaps;
    long doubled =
        suite.number(DOUBLED) + hook.toldTwice(threats) + Math.max(0, loads.repeats() - repeats);
    return new Outcome(act.words(), acknowledged, stored, lost, doubled, seen, refusals, seconds);
  }

  private long stored(String where, List<String> ids) {
    UUID[] wanted = ids.stream().map(UUID::fromString).toArray(UUID[]::new);
    return suite.number("select count(*) from " + where + " = any(?)", (Object) wanted);
  }

  /// Whether it came true in time.
  private static boolean await(BooleanSupplier condition) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(STEP);
    }
    return true;
  }
}
