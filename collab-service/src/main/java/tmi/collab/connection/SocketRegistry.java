package tmi.collab.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// The open sockets of this replica.
@Startup // its gauge stands at 0 before the first socket comes
@ApplicationScoped
class SocketRegistry {
  private final Map<String, Conversation> byConnection = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
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
    Optional<Conversation> removed = Optional.ofNullable(byConnection.remove(connectionId));
    noteIfDrained();
    return removed;
  }

  Collection<LiveSocket> sockets() {
    return byConnection.values().stream().map(Conversation::socket).toList();
  }

  int count() {
    return byConnection.size();
  }

  /// No socket is let in any more and nothing is taken from those that are here.
  ///
  /// @return completes when the last one is gone
  CompletableFuture<Void> drain() {
    draining = true;
    noteIfDrained();
    return drained;
  }

  private void noteIfDrained() {
    if (draining && byConnection.isEmpty()) {
      drained.complete(null);
    }
  }

  boolean isDraining() {
    return draining;
  }
}
