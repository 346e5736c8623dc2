package tmi.collab.room;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import tmi.collab.access.AccessWatchService;
import tmi.collab.protocol.Codec;
import tmi.collab.relay.News;
import tmi.collab.relay.RoomRelay;

/// The rooms of this replica: opened by the first socket, closed after the last. Once a second all
/// their numbers are compared with the log (the tail check), which is also how they live without
/// Redis.
@ApplicationScoped
public class RoomService {
  private static final Logger LOG = Logger.getLogger(RoomService.class);
  private static final long TAIL_CHECK_MILLIS = 1_000;

  private final Map<UUID, Open> rooms = new ConcurrentHashMap<>();
  private final List<Consumer<UUID>> onPeople = new CopyOnWriteArrayList<>();
  private final AtomicBoolean checking = new AtomicBoolean();
  private final LedgerRepository ledgers;
  private final RoomRelay relay;
  private final AccessWatchService access;
  private final Pointers pointers;
  private final Codec codec;
  private final InstantSource clock;
  private final Vertx vertx;

  private record Open(Room room, int sockets) {}

  RoomService(
      LedgerRepository ledgers,
      RoomRelay relay,
      AccessWatchService access,
      Pointers pointers,
      Codec codec,
      InstantSource clock,
      Vertx vertx) {
    this.ledgers = ledgers;
    this.relay = relay;
    this.access = access;
    this.pointers = pointers;
    this.codec = codec;
    this.clock = clock;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent event) {
    access.whenOpen(() -> rooms.values().forEach(open -> open.room().wake()));
    vertx.setPeriodic(TAIL_CHECK_MILLIS, id -> checkTails());
  }

  /// Runs when somebody came or went, or has another role, in the session of a diagram.
  public void whenPeopleChange(Consumer<UUID> listener) {
    onPeople.add(listener);
  }

  /// Lets a socket into the room of a diagram.
  public Room enter(UUID diagramId, Peer peer, OptionalLong lastNumber) {
    Room room =
        rooms.compute(diagramId, (id, open) -> open == null ? open(id) : more(open, 1)).room();
    room.join(peer, lastNumber);
    return room;
  }

  public void leave(UUID diagramId, Peer peer) {
    rooms.computeIfPresent(
        diagramId,
        (id, open) -> {
          open.room().leave(peer);
          if (open.sockets() > 1) {
            return more(open, -1);
          }
          relay.forget(id);
          return null;
        });
  }

  /// The rooms that are open here.
  public Collection<Room> all() {
    return rooms.values().stream().map(Open::room).toList();
  }

  /// The room of a diagram, as far as it is open here.
  public void with(UUID diagramId, Consumer<Room> task) {
    Open open = rooms.get(diagramId);
    if (open != null) {
      task.accept(open.room());
    }
  }

  private Open open(UUID diagramId) {
    Room room =
        new Room(
            ledgers.of(diagramId),
            (delay, task) -> vertx.setTimer(delay.toMillis(), id -> task.run()),
            news -> relay.publish(diagramId, news),
            access::isOpen,
            codec,
            clock);
    relay.listen(diagramId, news -> hear(diagramId, room, news));
    return new Open(room, 1);
  }

  private static Open more(Open open, int sockets) {
    return new Open(open.room(), open.sockets() + sockets);
  }

  private void hear(UUID diagramId, Room room, News news) {
    switch (news) {
      case News.Group(var operations) -> room.arrived(operations);
      case News.Ended(UUID sessionId, UUID by) -> room.end(sessionId, by);
      case News.Left(UUID userId) -> room.dismiss(userId);
      case News.Pointing pointing -> pointers.show(room, pointing);
      case News.People() -> onPeople.forEach(listener -> listener.accept(diagramId));
    }
  }

  private void checkTails() {
    if (rooms.isEmpty() || !checking.compareAndSet(false, true)) {
      return;
    }
    ledgers
        .heads(List.copyOf(rooms.keySet()))
        .eventually(() -> checking.set(false))
        .subscribe()
        .with(
            heads -> heads.forEach((id, head) -> with(id, room -> room.head(head))),
            e -> LOG.debugf("no tail check reason=%s", e.getMessage()));
  }
}
