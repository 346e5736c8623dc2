package tmi.collab.connection;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import tmi.collab.room.RoomService;

/// A replica that is asked to stop takes nothing more, finishes what it took, and sends its clients
/// to another replica. It waits for that itself: Quarkus counts a socket as a request that never
/// ends and would wait for its whole shutdown timeout, which is short here for that reason.
@ApplicationScoped
class DrainService {
  private static final Logger LOG = Logger.getLogger(DrainService.class);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final int GOING_AWAY = 1001;
  private final SocketRegistry sockets;
  private final RoomService rooms;

  DrainService(SocketRegistry sockets, RoomService rooms) {
    this.sockets = sockets;
    this.rooms = rooms;
  }

  void drain(@Observes ShutdownDelayInitiatedEvent event) {
    LOG.infof("draining sockets=%d", sockets.count());
    CompletableFuture<Void> drained = sockets.drain();
    rooms.all().forEach(room -> room.closeOnceIdle(GOING_AWAY, "server stopping"));
    drained
        .orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(late -> {
          LOG.warnf("stopped with sockets=%d", sockets.count());
          return null;
        })
        .join();
  }
}
