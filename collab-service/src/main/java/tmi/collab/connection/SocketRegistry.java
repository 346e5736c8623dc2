package tmi.collab.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The open sockets of this replica.
@Startup // its gauge stands at 0 before the first socket comes
@ApplicationScoped
class SocketRegistry {
  private final Map<String, Conversation> byConnection = new ConcurrentHashMap<>();
  private volatile boolean draining;

  SocketRegistry(MeterRegistry meters) {
    meters.gaugeMapSize("tmi.collab.sockets", Tags.empty(), byConnection);
  }

  void add(String connectionId, Conversation conversation) {
    byConnection.put(connectionId, conversation);
  }

  Optional<Conversation> find(String connectionId) {
    return Optional.ofNullable(byConnection.get(connectionId));
  }

  Optional<Conversation> remove(String connectionId) {
    return Optional.ofNullable(byConnection.remove(connectionId));
  }

  Collection<LiveSocket> sockets() {
    return byConnection.values().stream().map(Conversation::socket).toList();
  }

  int count() {
    return byConnection.size();
  }

  /// No socket is let in any more and nothing is taken from those that are here.
  void drain() {
    draining = true;
  }

  boolean isDraining() {
    return draining;
  }
}
