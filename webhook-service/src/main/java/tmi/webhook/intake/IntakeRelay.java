package tmi.webhook.intake;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import tmi.service.wake.Wake;
import tmi.service.wake.WakeCalls;
import tmi.webhook.delivery.DispatchRelay;
import tmi.webhook.pulse.PulseRelay;

/// Goes round the streams with news, as often as it is called and once a second beside.
@ApplicationScoped
public class IntakeRelay {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final IntakeRepository log;
  private final IntakeService intake;
  private final DispatchRelay dispatch;
  private final IntakeConfig config;
  private final AtomicReference<UUID> place = new AtomicReference<>(BEFORE_ALL);
  private final PulseRelay pulse = new PulseRelay("intake", this::portion);

  IntakeRelay(
      IntakeRepository log, IntakeService intake, DispatchRelay dispatch, IntakeConfig config) {
    this.log = log;
    this.intake = intake;
    this.dispatch = dispatch;
    this.config = config;
  }

  void listen(@Observes StartupEvent started, WakeCalls calls) {
    calls.listen(Wake.EVENT, word -> pulse.call());
  }

  @Scheduled(every = "${tmi.webhook.intake.poll:1s}")
  void poll() {
    pulse.call();
  }

  private Uni<Boolean> portion() {
    return log.find(place.get(), config.streams())
        .chain(found -> {
          boolean full = found.size() == config.streams();
          place.set(full ? found.getLast() : BEFORE_ALL);
          return found.isEmpty()
              ? Uni.createFrom().item(false)
              : take(found).map(more -> more || full);
        });
  }

  private Uni<Boolean> take(List<UUID> streams) {
    return intake
        .take(streams)
        .invoke(harvest -> {
          if (!harvest.made().isEmpty()) {
            dispatch.call();
          }
        })
        .map(Harvest::more);
  }
}
