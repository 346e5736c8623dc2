package tmi.collab.connection;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;

/// The endpoint. Nothing in it waits: what clients say goes to the mailbox of a room.
@WebSocket(path = "/threat_models/{threat_model_id}/diagrams/{diagram_id}/ws")
public class DiagramConnection {
  private static final Logger LOG = Logger.getLogger(DiagramConnection.class);
  private static final int TOO_LARGE = 1009;
  private final SocketService service;
  private final SocketRegistry sockets;

  DiagramConnection(SocketService service, SocketRegistry sockets) {
    this.service = service;
    this.sockets = sockets;
  }

  @OnOpen
  Uni<Void> opened(WebSocketConnection connection) {
    service.open(connection);
    return Uni.createFrom().voidItem();
  }

  @OnTextMessage
  Uni<Void> said(WebSocketConnection connection, String text) {
    if (!sockets.isDraining()) {
      sockets.find(connection.id()).ifPresent(conversation -> conversation.hear(text));
    }
    return Uni.createFrom().voidItem();
  }

  /// Binary frames are read as if they were text.
  @OnBinaryMessage
  Uni<Void> said(WebSocketConnection connection, Buffer bytes) {
    return said(connection, bytes.toString());
  }

  @OnPongMessage
  Uni<Void> ponged(WebSocketConnection connection, Buffer bytes) {
    sockets.find(connection.id()).ifPresent(conversation -> conversation.socket().heard());
    return Uni.createFrom().voidItem();
  }

  @OnClose
  Uni<Void> closed(WebSocketConnection connection) {
    return sockets
        .remove(connection.id())
        .map(service::closed)
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /// A frame over the limit arrives here and leaves the socket open: close it.
  @OnError
  Uni<Void> tooLarge(WebSocketConnection connection, IllegalStateException e) {
    LOG.infof("socket failed reason=%s", e.getMessage());
    return connection.close(new CloseReason(TOO_LARGE, "message too large"));
  }

  @OnError
  Uni<Void> failed(WebSocketConnection connection, Throwable e) {
    LOG.warnf(e, "socket failed");
    return Uni.createFrom().voidItem();
  }
}
