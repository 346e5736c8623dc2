package tmi.webhook.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tmi.webhook.delivery.NewDelivery;

/// Makes deliveries of events, as many as one transaction may hold; used once. Where it stops, the
/// events behind stay as they are and are read again.
final class Gleaner {
  private final List<Listener> listeners;
  private final IntakeConfig config;
  private final Supplier<UUID> ids;
  private final List<NewDelivery> made = new ArrayList<>();
  private final List<UUID> taken = new ArrayList<>();
  private final Map<UUID, Instant> later = new HashMap<>();

  Gleaner(List<Listener> listeners, IntakeConfig config, Supplier<UUID> ids) {
    this.listeners = listeners;
    this.config = config;
    this.ids = ids;
  }

  Harvest glean(Catch read) {
    boolean more = read.full();
    Iterator<List<LoggedEvent>> streams = read.byStream().values().iterator();
    while (streams.hasNext()) {
      List<LoggedEvent> stream = streams.next();
      boolean cut = stream.size() >= config.events() || read.full() && !streams.hasNext();
      more |= cut;
      if (!takeAll(Portion.of(stream, cut, config.quiet(), config.longestBurst()))) {
        return new Harvest(made, taken, later, true);
      }
    }
    return new Harvest(made, taken, later, more);
  }

  /// False when there was no room for all of it. Told events go up in number, and what is folded
  /// into one lies below it: all below the first that has no room is told or has its news in one
  /// that stays.
  private boolean takeAll(Portion portion) {
    for (LoggedEvent event : portion.told()) {
      List<Listener> hearing = listeners.stream().filter(one -> one.hears(event)).toList();
      if (!made.isEmpty() && made.size() + hearing.size() > config.deliveries()) {
        take(portion, event.number() - 1);
        return false;
      }
      tell(event, hearing);
    }
    take(portion, Long.MAX_VALUE);
    if (portion.lookAt() != null) {
      later.put(portion.stream(), portion.lookAt());
    }
    return true;
  }

  private void take(Portion portion, long last) {
    portion.taken().stream()
        .filter(event -> event.number() <= last)
        .forEach(event -> taken.add(event.id()));
  }

  private void tell(LoggedEvent event, List<Listener> hearing) {
    if (hearing.isEmpty()) {
      return;
    }
    byte[] body = Envelope.of(event);
    for (Listener listener : hearing) {
      made.add(
          new NewDelivery(
              ids.get(),
              listener.id(),
              listener.host(),
              event.id(),
              event.stream(),
              event.number(),
              event.type(),
              body));
    }
  }
}
