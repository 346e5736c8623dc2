package tmi.collab.connection;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import tmi.collab.access.AccessWatchService;
import tmi.diagram.store.content.DiagramStore;

/// Looks after the sockets of this replica: closes those that are stuck or silent, lets those that
/// waited for the gate go on, and notes which state each sign-in was given last, for its later
/// whole-list writes over REST.
@ApplicationScoped
class SocketWatchService {
  private static final Logger LOG = Logger.getLogger(SocketWatchService.class);
  private static final long EVERY_MILLIS = 1_000;
  private static final int GONE = 4408;
  private final SocketRegistry sockets;
  private final DiagramStore diagrams;
  private final Pool pool;
  private final ConnectionConfig config;

  SocketWatchService(
      SocketRegistry sockets, DiagramStore diagrams, Pool pool, ConnectionConfig config) {
    this.sockets = sockets;
    this.diagrams = diagrams;
    this.pool = pool;
    this.config = config;
  }

  void start(@Observes StartupEvent event, Vertx vertx, AccessWatchService access) {
    access.whenOpen(() -> sockets.sockets().forEach(socket -> socket.outbound().wake()));
    vertx.setPeriodic(EVERY_MILLIS, id -> sockets.sockets().forEach(this::look));
    vertx.setPeriodic(
        config.givenTick().toMillis(), id -> sockets.sockets().forEach(this::remember));
  }

  /// Notes how far this client was told.
  void remember(LiveSocket socket) {
    String signIn = socket.seat().caller().sessionId();
    long told = signIn == null || !socket.mayWrite() ? 0 : socket.takeUnremembered();
    if (told > 0) {
      diagrams
          .remember(pool, socket.seat().diagramId(), signIn, told)
          .subscribe()
          .with(
              done -> LOG.tracef("given noted diagram=%s", socket.seat().diagramId()),
              e -> LOG.debugf("given not noted reason=%s", e.getMessage()));
    }
  }

  private void look(LiveSocket socket) {
    long now = System.nanoTime();
    if (socket.isStuckFor(config.writeDeadline(), now)) {
      socket.outbound().close(GONE, "reader too slow");
    } else if (socket.isSilentFor(config.readDeadline(), now)) {
      socket.outbound().close(GONE, "no sign of life");
    }
  }
}
