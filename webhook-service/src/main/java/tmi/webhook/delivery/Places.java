package tmi.webhook.delivery;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Where the walk along each host's streams goes on, so that under load every stream has its turn.
final class Places {
  private final ConcurrentMap<String, Place> places = new ConcurrentHashMap<>();

  Place of(String host) {
    return places.getOrDefault(host, Place.START);
  }

  /// Moves behind what was claimed, or back to the start when the walk came to its end.
  ///
  /// @return true when it goes back without having begun there: there is a part it has not seen
  boolean move(String host, List<Claim> claimed, boolean ended) {
    if (ended) {
      return places.remove(host) != null;
    }
    claimed.stream()
        .filter(claim -> claim.attempts() == 0)
        .reduce((first, second) -> second)
        .ifPresent(last -> places.put(host, new Place(last.subscriptionId(), last.stream())));
    return false;
  }
}
