package tmi.webhook.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Neighbouring live edits of one stream. Of each diagram only the last is told, under its own id
/// and number, so what is told stays in the stream's order. Any other event ends the burst: it must
/// not overtake, nor wait.
final class Burst {
  private final Map<UUID, LoggedEvent> lastOfDiagram = new LinkedHashMap<>();
  private Instant first;
  private Instant last;
  private Instant seen;

  void add(LoggedEvent edit) {
    first = first == null ? edit.occurredAt() : first;
    last = edit.occurredAt();
    seen = edit.seenAt();
    lastOfDiagram.remove(edit.objectId());
    lastOfDiagram.put(edit.objectId(), edit);
  }

  boolean isEmpty() {
    return lastOfDiagram.isEmpty();
  }

  Collection<LoggedEvent> told() {
    return lastOfDiagram.values();
  }

  /// Whether more may come that belongs to it.
  boolean isOpen(Duration quiet, Duration longest) {
    return over(quiet, longest).isAfter(seen);
  }

  /// When it is over, if nothing else comes.
  Instant over(Duration quiet, Duration longest) {
    Instant byQuiet = last.plus(quiet);
    Instant byLength = first.plus(longest);
    return byQuiet.isBefore(byLength) ? byQuiet : byLength;
  }
}
