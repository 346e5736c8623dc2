package tmi.webhook.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tmi.webhook.delivery.NewDelivery;

/// What the claimed streams' untaken events come to, all of them together.
///
/// @param later streams that are left to a burst, and when to look again
/// @param more true when a stream holds more than was read
record Harvest(List<NewDelivery> made, List<UUID> taken, Map<UUID, Instant> later, boolean more) {

  /// @param events of several streams, in order within each
  static Harvest of(
      List<LoggedEvent> events, List<Listener> listeners, IntakeConfig config, Supplier<UUID> ids) {
    Harvest harvest = new Harvest(new ArrayList<>(), new ArrayList<>(), new HashMap<>(), false);
    boolean more = false;
    for (List<LoggedEvent> stream : byStream(events).values()) {
      boolean cut = stream.size() >= config.events();
      more |= cut;
      harvest.add(Portion.of(stream, cut, config.quiet(), config.longestBurst()), listeners, ids);
    }
    return new Harvest(harvest.made, harvest.taken, harvest.later, more);
  }

  private void add(Portion portion, List<Listener> listeners, Supplier<UUID> ids) {
    portion.told().forEach(event -> tell(event, listeners, ids));
    portion.taken().forEach(event -> taken.add(event.id()));
    if (portion.lookAt() != null) {
      later.put(portion.stream(), portion.lookAt());
    }
  }

  private void tell(LoggedEvent event, List<Listener> listeners, Supplier<UUID> ids) {
    List<Listener> hearing = listeners.stream().filter(one -> one.hears(event)).toList();
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

  private static Map<UUID, List<LoggedEvent>> byStream(List<LoggedEvent> events) {
    Map<UUID, List<LoggedEvent>> streams = new LinkedHashMap<>();
    events.forEach(
        event -> streams.computeIfAbsent(event.stream(), id -> new ArrayList<>()).add(event));
    return streams;
  }
}
