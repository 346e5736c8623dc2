package tmi.webhook.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What one look at a stream comes to.
///
/// @param told events that become deliveries, in order
/// @param taken events that are done with: the told ones and those folded into them
/// @param lookAt when the burst left behind will be over; null when nothing is left behind
record Portion(UUID stream, List<LoggedEvent> told, List<LoggedEvent> taken, Instant lookAt) {

  /// @param untaken the stream's oldest untaken events, in order
  /// @param cut true when there are more behind them: a burst as long as that is told as it stands
  static Portion of(List<LoggedEvent> untaken, boolean cut, Duration quiet, Duration longest) {
    List<LoggedEvent> told = new ArrayList<>();
    Burst burst = new Burst();
    int settled = 0;
    for (int i = 0; i < untaken.size(); i++) {
      LoggedEvent event = untaken.get(i);
      if (event.isLiveEdit()) {
        burst.add(event);
        continue;
      }
      told.addAll(burst.told());
      told.add(event);
      burst = new Burst();
      settled = i + 1;
    }
    if (!burst.isEmpty() && !cut && burst.isOpen(quiet, longest)) {
      return new Portion(
          untaken.getFirst().stream(),
          told,
          untaken.subList(0, settled),
          burst.over(quiet, longest));
    }
    told.addAll(burst.told());
    return new Portion(untaken.getFirst().stream(), told, untaken, null);
  }
}
