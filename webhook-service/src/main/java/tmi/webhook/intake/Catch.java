package tmi.webhook.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What was read of several streams.
///
/// @param events in order within each stream
/// @param full true when more was there than fitted: the last stream may be cut, others missing
record Catch(List<LoggedEvent> events, boolean full) {
  Map<UUID, List<LoggedEvent>> byStream() {
    Map<UUID, List<LoggedEvent>> streams = new LinkedHashMap<>();
    events.forEach(
        event -> streams.computeIfAbsent(event.stream(), id -> new ArrayList<>()).add(event));
    return streams;
  }
}
