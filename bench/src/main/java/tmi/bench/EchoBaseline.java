package tmi.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A room without memory: what one socket says, all others hear. Nothing is stored or checked.
public final class EchoBaseline {
  private final Set<ServerWebSocket> sockets = ConcurrentHashMap.newKeySet();

  private EchoBaseline() {}

  public static void main(String[] args) {
    EchoBaseline echo = new EchoBaseline();
    Vertx.vertx()
        .createHttpServer()
        .webSocketHandler(echo::join)
        .requestHandler(request -> request.response().end())
        .listen(Integer.parseInt(System.getenv("SERVER_PORT")), "127.0.0.1");
  }

  private void join(ServerWebSocket socket) {
    sockets.add(socket);
    socket.closeHandler(closed -> sockets.remove(socket));
    socket.textMessageHandler(text -> {
      for (ServerWebSocket other : sockets) {
        if (other != socket) {
          other.writeTextMessage(text);
        }
      }
    });
  }
}
