package tmi.collab.connection;

import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import tmi.collab.access.AccessWatchService;
import tmi.collab.access.Seat;
import tmi.collab.access.Verdict;
import tmi.collab.protocol.Codec;
import tmi.collab.relay.RoomRelay;
import tmi.collab.room.Room;
import tmi.collab.room.RoomService;
import tmi.collab.room.Timers;
import tmi.collab.session.LeaseService;
import tmi.service.id.IdSource;

/// From an admitted handshake to a socket in its room, and back.
@ApplicationScoped
class SocketService {
  private static final Logger LOG = Logger.getLogger(SocketService.class);
  private final SocketRegistry sockets;
  private final RoomService rooms;
  private final AccessWatchService access;
  private final SocketWatchService watch;
  private final LeaseService leases;
  private final AttendanceService attendance;
  private final RoomRelay relay;
  private final Codec codec;
  private final IdSource ids;
  private final ConnectionConfig config;
  private final Timers timers;

  SocketService(
      SocketRegistry sockets,
      RoomService rooms,
      AccessWatchService access,
      SocketWatchService watch,
      LeaseService leases,
      AttendanceService attendance,
      RoomRelay relay,
      Codec codec,
      IdSource ids,
      ConnectionConfig config,
      Vertx vertx) {
    this.sockets = sockets;
    this.rooms = rooms;
    this.access = access;
    this.watch = watch;
    this.leases = leases;
    this.attendance = attendance;
    this.relay = relay;
    this.codec = codec;
    this.ids = ids;
    this.config = config;
    this.timers = (delay, task) -> vertx.setTimer(delay.toMillis(), id -> task.run());
  }

  void open(WebSocketConnection connection) {
    Admission admission = connection.userData().get(Admission.KEY);
    Seat seat = admission.seat();
    WireConnection wire =
        new WireConnection(connection, connection.userData().get(Admission.HARD_CLOSE));
    AtomicReference<Runnable> needsState = new AtomicReference<>(() -> {});
    LiveSocket socket = new LiveSocket(seat, wire, outbound(wire, () -> needsState.get().run()));
    Room room = rooms.enter(seat.diagramId(), socket, admission.lastNumber());
    needsState.set(() -> room.resynchronise(socket));
    sockets.add(connection.id(), conversation(socket, room));
    leases.hold(seat.id(), socket::lease);
    access.take(seat, verdict -> mustGo(socket, room, verdict));
    attendance.tell(seat.diagramId());
    LOG.infof("socket opened diagram=%s caller=%s", seat.diagramId(), seat.caller().userId());
  }

  /// The socket is gone, for whatever reason.
  Uni<Void> closed(Conversation conversation) {
    LiveSocket socket = conversation.socket();
    Seat seat = socket.seat();
    socket.wire().ended();
    access.free(seat);
    rooms.leave(seat.diagramId(), socket);
    watch.remember(socket); // what it was given last would else be known only up to the tick before
    LOG.infof("socket closed diagram=%s caller=%s", seat.diagramId(), seat.caller().userId());
    return leases.drop(seat.id()).invoke(() -> attendance.tell(seat.diagramId()));
  }

  private Outbound outbound(Wire wire, Runnable needsState) {
    return new Outbound(
        wire,
        access::isOpen,
        timers,
        new Outbound.Bound(config.queueFrames(), config.queueCharacters()),
        needsState);
  }

  private Conversation conversation(LiveSocket socket, Room room) {
    Seat seat = socket.seat();
    Pointer pointer =
        new Pointer(
            seat.id(),
            () -> attendance.isPresenter(seat),
            news -> relay.publish(seat.diagramId(), news),
            timers,
            config.pointerTick());
    Bucket bucket =
        new Bucket(config.messagesPerSecond(), config.messagesAtOnce(), System.nanoTime());
    return new Conversation(socket, room, codec, bucket, pointer, ids::v4);
  }

  private void mustGo(LiveSocket socket, Room room, Verdict verdict) {
    if (verdict == Verdict.SESSION_OVER) {
      room.dismiss(socket);
    } else {
      socket.outbound().close(verdict.code(), verdict.reason());
    }
  }
}
