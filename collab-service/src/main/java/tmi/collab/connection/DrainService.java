package tmi.collab.connection;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import tmi.collab.room.RoomService;

/// A replica that is asked to stop takes nothing more, finishes what it took, and sends its clients
/// to another replica. The event comes before Quarkus waits for open requests, sockets among them.
@ApplicationScoped
class DrainService {
  private static final Logger LOG = Logger.getLogger(DrainService.class);
  private static final int GOING_AWAY = 1001;
  private final SocketRegistry sockets;
  private final RoomService rooms;

  DrainService(SocketRegistry sockets, RoomService rooms) {
    this.sockets = sockets;
    this.rooms = rooms;
  }

  void drain(@Observes ShutdownDelayInitiatedEvent event) {
    sockets.drain();
    LOG.infof("draining sockets=%d", sockets.count());
    rooms.all().forEach(room -> room.closeOnceIdle(GOING_AWAY, "server stopping"));
  }
}
