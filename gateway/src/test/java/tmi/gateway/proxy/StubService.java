package tmi.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tmi.testkit.Awaits;

/// A service that tells what it was asked, and misbehaves on request.
final class StubService {
  private final Vertx vertx;
  private final String name;
  private HttpServer server;
  private int port;

  /// Requests that arrived, as `METHOD uri`.
  final List<String> asked = new CopyOnWriteArrayList<>();

  /// Highest number of bytes of one streamed answer that were written and not yet taken.
  final AtomicLong written = new AtomicLong();

  /// Streamed answers whose reader left.
  final AtomicInteger cutOff = new AtomicInteger();

  volatile String readiness = "{\"status\":\"UP\",\"checks\":[]}";
  volatile int readinessStatus = 200;

  /// What requests are answered that no other case takes; 200 is the name.
  volatile int status = 200;

  StubService(Vertx vertx, String name) {
    this.vertx = vertx;
    this.name = name;
  }

  /// Listens at a free port.
  StubService start() {
    listen();
    return this;
  }

  /// Listens again at the port it had before; a connection of somebody else may be passing through
  /// it just now.
  void startAgain() {
    Awaits.until(
        "port " + port + " is free again",
        () -> {
          try {
            listen();
            return true;
          } catch (CompletionException taken) {
            return false;
          }
        });
  }

  private void listen() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setMaxWebSocketMessageSize(2_000_000)
            .setMaxInitialLineLength(16_384);
    server =
        vertx
            .createHttpServer(options)
            .requestHandler(this::answer)
            .webSocketHandler(this::talk)
            .listen(port, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    port = server.actualPort();
  }

  void stop() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  private void answer(HttpServerRequest request) {
    if (!request.path().startsWith("/q/")) {
      asked.add(request.method() + " " + request.uri());
    }
    request.response().putHeader("X-Served-By", name);
    String last = request.path().substring(request.path().lastIndexOf('/') + 1);
    switch (last) {
      case "ready" -> request.response().setStatusCode(readinessStatus).end(readiness);
      case "stream" -> stream(request);
      case "count" -> count(request);
      case "slow" -> vertx.setTimer(700, t -> request.response().end("late"));
      case "mute" -> request.handler(part -> {});
      case "break" -> request.connection().close();
      case "headers" -> tellHeaders(request);
      case "empty" -> request.response().setStatusCode(204).end();
      case "refuse" -> request.response().setStatusCode(401).end("{\"error\":\"unauthorized\"}");
      default ->
          request
              .response()
              .setStatusCode(status)
              .putHeader("Content-Length", "" + name.length())
              .end(name);
    }
  }

  private void tellHeaders(HttpServerRequest request) {
    JsonObject told = new JsonObject().put("uri", request.uri());
    request.headers().forEach(h -> told.put(h.getKey().toLowerCase(), h.getValue()));
    request
        .response()
        .putHeader("Content-Type", "application/json")
        .putHeader("Access-Control-Allow-Origin", "*")
        .end(told.toBuffer());
  }

  private void count(HttpServerRequest request) {
    AtomicLong bytes = new AtomicLong();
    request.handler(part -> bytes.addAndGet(part.length()));
    request.endHandler(end -> request.response().end(bytes.toString()));
  }

  /// Writes `?mb=` megabytes as fast as they are taken.
  private void stream(HttpServerRequest request) {
    long total = Long.parseLong(request.getParam("mb")) * 1024 * 1024;
    written.set(0);
    request.response().setChunked(true).closeHandler(gone -> cutOff.incrementAndGet());
    pump(request, total);
  }

  private void pump(HttpServerRequest request, long total) {
    Buffer part = Buffer.buffer(new byte[64 * 1024]);
    while (written.get() < total) {
      if (request.response().writeQueueFull()) {
        request.response().drainHandler(drained -> pump(request, total));
        return;
      }
      written.addAndGet(part.length());
      request.response().write(part);
    }
    request.response().end();
  }

  private void talk(ServerWebSocket socket) {
    if (!String.valueOf(socket.query()).contains("ticket=good")) {
      socket.reject(401);
      return;
    }
    socket.writeTextMessage("hello from " + name);
    socket.textMessageHandler(text -> hear(socket, text));
  }

  private static void hear(ServerWebSocket socket, String text) {
    if (text.equals("bye")) {
      socket.close((short) 4401, "access taken away");
    } else {
      socket.writeTextMessage("echo " + text);
    }
  }
}
