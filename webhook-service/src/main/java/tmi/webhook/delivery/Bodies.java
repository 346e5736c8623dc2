package tmi.webhook.delivery;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The bodies of several deliveries, each that they share once.
record Bodies(List<byte[]> all, Map<byte[], Integer> places) {
  static Bodies of(List<NewDelivery> deliveries) {
    List<byte[]> all = new ArrayList<>();
    Map<byte[], Integer> places = new IdentityHashMap<>();
    for (NewDelivery delivery : deliveries) {
      if (places.putIfAbsent(delivery.body(), all.size() + 1) == null) {
        all.add(delivery.body());
      }
    }
    return new Bodies(all, places);
  }

  /// Counted from 1, as the database counts.
  Integer place(byte[] body) {
    return places.get(body);
  }
}
