package tmi.launcher.suite;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tmi.launcher.Refusal;
import tmi.launcher.process.Health;
import tmi.launcher.process.LastLine;
import tmi.launcher.process.Supervisor;
import tmi.launcher.process.Supervisor.Running;
import tmi.launcher.process.Waiting;

/// Waits until every service says that it is ready, and gives up at the first that dies.
final class Readiness {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Supervisor supervisor;
  private final Consumer<String> say;
  private final long begin = System.nanoTime();
  private final Set<String> ready = new HashSet<>();

  Readiness(Supervisor supervisor, Consumer<String> say) {
    this.supervisor = supervisor;
    this.say = say;
  }

  void await() {
    if (!Waiting.until(LONGEST, this::allReady)) {
      throw new Refusal(
          "After %d minutes these are not ready: %s; see their logs with ./tmi logs."
              .formatted(LONGEST.toMinutes(), unready()));
    }
  }

  private boolean allReady() {
    var services = services();
    services.forEach(this::refuseDead);
    services.stream()
        .filter(one -> !ready.contains(one.part().name()))
        .filter(one -> Health.of(one.part().healthPort()).isReady())
        .forEach(this::note);
    return ready.size() == services.size();
  }

  private void note(Running one) {
    ready.add(one.part().name());
    say.accept(
        "%s is ready on 127.0.0.1:%d after %.1f s"
            .formatted(one.part().name(), one.part().port(), (System.nanoTime() - begin) / 1e9));
  }

  private void refuseDead(Running one) {
    if (one.deaths() > 0) {
      throw new Refusal(
          "%s stopped while it was starting (%s): see %s, correct it and start again."
              .formatted(one.part().name(), LastLine.of(one.part().log()), one.part().log()));
    }
  }

  private String unready() {
    return services().stream()
        .filter(one -> !ready.contains(one.part().name()))
        .map(one -> one.part().name() + " (" + Health.of(one.part().healthPort()).words() + ")")
        .collect(Collectors.joining(", "));
  }

  private List<Running> services() {
    return supervisor.parts().stream().filter(one -> one.part().probed()).toList();
  }
}
