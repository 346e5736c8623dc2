package tmi.collab.connection;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import tmi.collab.access.AccessWatchService;
import tmi.collab.access.Seat;
import tmi.collab.presence.Roster;
import tmi.collab.relay.News;
import tmi.collab.relay.RoomRelay;
import tmi.collab.room.RoomService;
import tmi.collab.session.RosterService;

/// Keeps the people of a room informed of each other: at once when a replica says that somebody
/// came or went, and every two seconds without being told.
@ApplicationScoped
class AttendanceService {
  private static final Logger LOG = Logger.getLogger(AttendanceService.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private final AtomicBoolean reading = new AtomicBoolean();
  private final AtomicBoolean again = new AtomicBoolean();
  private final Map<UUID, Roster> latest = new ConcurrentHashMap<>();
  private final SocketRegistry sockets;
  private final RosterService rosters;
  private final RoomService rooms;
  private final RoomRelay relay;

  AttendanceService(
      SocketRegistry sockets, RosterService rosters, RoomService rooms, RoomRelay relay) {
    this.sockets = sockets;
    this.rosters = rosters;
    this.rooms = rooms;
    this.relay = relay;
  }

  void start(@Observes StartupEvent event, Vertx vertx, AccessWatchService access) {
    rooms.whenPeopleChange(diagram -> read());
    access.whenRoleChanges(seat -> tell(seat.diagramId()));
    vertx.setPeriodic(EVERY.toMillis(), id -> read());
  }

  /// Somebody came, went or has another role: every replica reads the list again, this one also
  /// without Redis.
  void tell(UUID diagramId) {
    relay.publish(diagramId, new News.People());
    read();
  }

  /// By the latest list.
  boolean isPresenter(Seat seat) {
    Roster roster = latest.get(seat.sessionId());
    return roster != null
        && roster.presenter() != null
        && roster.presenter().provider().equals(seat.caller().provider())
        && roster.presenter().providerId().equals(seat.caller().providerId());
  }

  /// One reading at a time; what asks during one is served by the next.
  private void read() {
    again.set(true);
    if (reading.compareAndSet(false, true)) {
      readOnce();
    }
  }

  private void readOnce() {
    again.set(false);
    Map<UUID, UUID> diagrams =
        sockets.sockets().stream()
            .map(LiveSocket::seat)
            .collect(Collectors.toMap(Seat::sessionId, Seat::diagramId, (a, b) -> a));
    latest.keySet().retainAll(diagrams.keySet());
    if (diagrams.isEmpty()) {
      finish();
      return;
    }
    rosters
        .rosters(Set.copyOf(diagrams.keySet()))
        .ifNoItem()
        .after(EVERY)
        .fail()
        .subscribe()
        .with(
            found -> {
              found.forEach((session, roster) -> show(diagrams.get(session), session, roster));
              finish();
            },
            e -> {
              LOG.debugf("people not read reason=%s", e.getMessage());
              finish();
            });
  }

  private void show(UUID diagramId, UUID sessionId, Roster roster) {
    latest.put(sessionId, roster);
    rooms.with(diagramId, room -> room.people(roster));
  }

  private void finish() {
    reading.set(false);
    if (again.get() && reading.compareAndSet(false, true)) {
      readOnce();
    }
  }
}
