package tmi.service.start;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import org.jboss.logging.Logger;

/// Asks every rule, before anything else starts.
@ApplicationScoped
class StartCheck {
  private static final Logger LOG = Logger.getLogger(StartCheck.class);

  void check(
      @Observes @Priority(1) StartupEvent event, BuildMode mode, @Any Instance<StartRule> rules) {
    if (!mode.isProduction()) {
      return;
    }
    List<String> refusals = rules.stream().flatMap(rule -> rule.refusals().stream()).toList();
    if (!refusals.isEmpty()) {
      refusals.forEach(refusal -> LOG.errorf("refused to start: %s", refusal));
      Quarkus.asyncExit(1);
      throw new PreventFurtherStepsException(); // before anything listens
    }
  }
}
