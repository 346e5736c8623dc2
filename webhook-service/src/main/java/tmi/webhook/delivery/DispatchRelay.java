package tmi.webhook.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import tmi.webhook.pulse.PulseRelay;
import tmi.webhook.schedule.ScheduleConfig;

/// Goes round the hosts with work and keeps each as busy as it may be. An attempt's end is the next
/// call, so a stream's next event follows at once; it costs one claim for that host, however many
/// hosts wait.
@ApplicationScoped
public class DispatchRelay {
  private static final Logger LOG = Logger.getLogger(DispatchRelay.class);

  private final ClaimRepository claims;
  private final AttemptService attempts;
  private final OutcomeService outcomes;
  private final ScheduleConfig schedule;
  private final Slots slots;
  private final Places places = new Places();
  private final Agenda agenda = new Agenda();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final PulseRelay pulse = new PulseRelay("dispatch", this::round);

  DispatchRelay(
      ClaimRepository claims,
      AttemptService attempts,
      OutcomeService outcomes,
      ScheduleConfig schedule,
      DispatchConfig config) {
    this.claims = claims;
    this.attempts = attempts;
    this.outcomes = outcomes;
    this.schedule = schedule;
    this.slots = new Slots(config.atOnce(), config.atOncePerHost());
  }

  /// There may be something to send.
  public void call() {
    agenda.lookAround();
    pulse.call();
  }

  @Scheduled(every = "${tmi.webhook.dispatch.poll:1s}")
  void poll() {
    call();
  }

  // What is under way ends by itself or comes due again elsewhere; nothing new is begun.
  void close(@Observes ShutdownEvent stopping) {
    closing.set(true);
  }

  private Uni<Boolean> round() {
    if (closing.get()) {
      return Uni.createFrom().item(false);
    }
    if (agenda.takeLookAround()) {
      return claims.waitingHosts().invoke(hosts -> hosts.forEach(agenda::add)).replaceWith(true);
    }
    WaitingHost next = slots.anyFree() ? nextWithRoom() : null;
    return next == null ? Uni.createFrom().item(false) : claim(next).replaceWith(true);
  }

  // A host that is as busy as it may be is put down again by the end of its next attempt.
  private WaitingHost nextWithRoom() {
    WaitingHost next = agenda.next();
    while (next != null && slots.free(next.host()) < 1) {
      next = agenda.next();
    }
    return next;
  }

  private Uni<Void> claim(WaitingHost waiting) {
    String host = waiting.host();
    int free = slots.free(host);
    Uni<List<Claim>> found =
        waiting.probing()
            ? claims.claimProbe(host, schedule.lease())
            : claims.claim(host, free, schedule.lease(), places.of(host));
    return found
        .invoke(list -> list.forEach(this::begin))
        .invoke(list -> {
          boolean unseen = !waiting.probing() && places.move(host, list, list.size() < free);
          if (unseen) {
            agenda.add(waiting); // the walk began in the middle: once more from the start
          }
        })
        .replaceWithVoid();
  }

  private void begin(Claim claim) {
    slots.take(claim.host());
    attempts
        .attempt(claim)
        .chain(verdict -> outcomes.store(claim, verdict))
        .subscribe()
        .with(done -> end(claim), failure -> lost(claim, failure));
  }

  // The outcome is not stored: the claim ends by itself and the delivery is attempted again.
  private void lost(Claim claim, Throwable failure) {
    LOG.warnf("outcome lost delivery=%s reason=%s", claim.id(), failure.getMessage());
    end(claim);
  }

  private void end(Claim claim) {
    slots.give(claim.host());
    agenda.add(new WaitingHost(claim.host(), false));
    pulse.call();
  }
}
